package crosscountry.kernel.command.graph;

import crosscountry.edge.Rules;
import crosscountry.elimination.Order;
import crosscountry.elimination.Orders;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.OrderText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word that stands for an order in a command. */
final class OrderWord {
    private static final int SHOWN = 24;

    private OrderWord() {}

    /** A variable that holds an Order, or what {@link Orders#parse} reads. */
    static Order read(CommandContext context, String word, Graph graph, Rules rules) {
        if (context.variables().containsKey(word) && context.variable(word).orElse(null) instanceof Order order) {
            return order;
        }
        return Orders.parse(word, graph, rules);
    }

    /** Writes an order by the ending of the file. */
    static void write(Graph graph, Order order, String file) {
        WholeFile.write(Path.of(file), OrderText.of(graph, order, Path.of(file)));
    }

    static String brief(Order order) {
        return order.vertices().stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(" "))
                + (order.vertices().size() > SHOWN ? " ..." : "");
    }

    /** Graphs for the first word, orders and options for those behind it. */
    static List<String> completions(CommandContext context, String before, List<String> options) {
        String begin = before.substring(before.lastIndexOf(' ') + 1);
        boolean first = !before.stripLeading().contains(" ");
        if (before.endsWith("--cost " + begin)) {
            return Stream.of(Rules.values()).map(Rules::label).filter(word -> word.startsWith(begin)).toList();
        }
        List<String> words = new ArrayList<>(options);
        words.addAll(first ? Named.completions(context, begin) : List.of("forward", "reverse", "markowitz"));
        return words.stream().filter(word -> word.startsWith(begin)).toList();
    }
}

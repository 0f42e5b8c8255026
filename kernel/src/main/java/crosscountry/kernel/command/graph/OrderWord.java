package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Synopsis;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.OrderText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word that stands for an order in a command. */
final class OrderWord {
    private static final int SHOWN = 10;

    private OrderWord() {}

    /** A variable that holds an Order, or what {@link Orders#parse} reads. */
    static Order read(CommandContext context, String word, Graph graph, CostModel rules) {
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

    /**
     * Graphs for the first word, an order for the second where the command takes one, and for the values of
     * {@code --cost}, {@code --order} and {@code --at} what these may be.
     */
    static List<String> completions(CommandContext context, Command command, String before) {
        Synopsis synopsis = Synopsis.of(command);
        String begin = before.substring(before.lastIndexOf(' ') + 1);
        String option = synopsis.open(before).map(Synopsis.Option::name).orElse("");
        Stream<String> words = switch (option) {
            case "cost" -> Stream.of(CostModel.values()).map(CostModel::label);
            case "order" -> orders(context);
            case "at" -> variables(context, "double[]"::equals);
            case "" ->
                !before.stripLeading().contains(" ")
                        ? Named.completions(context, begin).stream()
                        : synopsis.plain().contains("ORDER") ? orders(context) : Stream.of();
            default -> Stream.of();
        };
        return words.filter(word -> word.startsWith(begin)).toList();
    }

    private static Stream<String> orders(CommandContext context) {
        return Stream.concat(
                Stream.of("forward", "reverse", "markowitz"),
                variables(context, type -> type.equals("Order") || type.endsWith(".Order")));
    }

    private static Stream<String> variables(CommandContext context, Predicate<String> type) {
        return context.variables().entrySet().stream()
                .filter(variable -> type.test(variable.getValue()))
                .map(Map.Entry::getKey);
    }
}

package crosscountry.kernel.command.graph;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Origin;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Points;
import crosscountry.kernel.command.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %paths}: the paths that points have taken through a function, each with its graph. */
public final class PathsCommand implements Command {
    private static final int PICTURES = 6;
    private static final int CONDITIONS = 8;

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String synopsis() {
        return "%paths GRAPH [--at POINT] [--path N] [--to NAME] [--table]  the paths that points have taken through a function";
    }

    @Override
    public String help() {
        return """
                A function that decides by its numbers has one graph a path, traced when a point first takes it. Shows the pictures of
                the paths that most points took, and a table: how many points took each, its vertices and its conditions.
                  --at POINT   first follows the path of this point
                  --path N     this path only, as a graph
                  --to NAME    with --path or --at: keeps that path's graph in a variable, for %search and the others
                  --table      the table alone""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%paths", line, Set.of("at", "path", "to"), Set.of("table"));
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%paths needs one graph: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        Origin origin = graph.origin()
                .orElseThrow(() -> new GraphException(
                        graph.name() + " was not traced from a Java function here, so it has this path only"));
        Graph taken = words.option("at").map(at -> origin.at(point(at, graph))).orElse(null);
        List<Origin.Path> paths = origin.paths();
        if (words.has("path")) {
            int number = words.number("%paths", "path", 1, 1);
            if (number > paths.size()) {
                throw new IllegalArgumentException(
                        "%paths: " + graph.name() + " has the paths 1 to " + paths.size() + " so far, not " + number);
            }
            taken = paths.get(number - 1).graph();
        }
        if (words.has("to")) {
            if (taken == null) {
                throw new IllegalArgumentException("%paths: --to keeps the path that --path or --at names");
            }
            String name = words.option("to").orElseThrow();
            context.bind(name, "crosscountry.graph.Graph", taken.named(name));
        }
        if (words.has("path")) {
            return taken;
        }
        if (!words.has("table")) {
            show(context, paths);
        }
        return table(graph.name(), paths);
    }

    private static double[] point(String text, Graph graph) {
        return Points.parse(text, graph).stream()
                .flatMapToDouble(value -> Arrays.stream(value.data()))
                .toArray();
    }

    private static void show(CommandContext context, List<Origin.Path> paths) {
        paths.stream()
                .sorted(Comparator.comparingLong(path -> -path.points()))
                .limit(PICTURES)
                .forEach(path -> {
                    context.out().println("path " + (paths.indexOf(path) + 1) + ", " + conditions(path.graph()) + ":");
                    context.display(path.graph());
                });
        if (paths.size() > PICTURES) {
            context.out().println("and " + (paths.size() - PICTURES) + " more in the table; --path N shows one");
        }
    }

    private static Table table(String name, List<Origin.Path> paths) {
        Table table = Table.create(
                "Paths of " + name,
                IntColumn.create("path"),
                LongColumn.create("points"),
                IntColumn.create("vertices"),
                IntColumn.create("outputs"),
                StringColumn.create("conditions"));
        for (int k = 0; k < paths.size(); k++) {
            Graph graph = paths.get(k).graph();
            table.intColumn(0).append(k + 1);
            table.longColumn(1).append(paths.get(k).points());
            table.intColumn(2).append(graph.vertices().size());
            table.intColumn(3).append(graph.outputs().size());
            table.stringColumn(4).append(conditions(graph));
        }
        return table;
    }

    /** The conditions of a path in one line. */
    static String conditions(Graph graph) {
        List<Condition> all = graph.conditions();
        String first = all.stream()
                .limit(CONDITIONS)
                .map(condition -> condition.text(graph))
                .collect(Collectors.joining("; "));
        return all.isEmpty()
                ? "always"
                : all.size() <= CONDITIONS ? first : first + "; and " + (all.size() - CONDITIONS) + " more";
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}

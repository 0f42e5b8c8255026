package crosscountry.kernel.command.graph;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Origin;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Whole;
import crosscountry.kernel.command.option.GraphWord;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.PointOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %paths}: the paths that points have taken through a function, each with its graph. */
public final class PathsCommand extends Magic {
    private static final int PICTURES = 6;
    private static final int CONDITIONS = 8;

    public PathsCommand() {
        super("%paths");
    }

    @Override
    protected Call call() {
        return new Show();
    }

    @Command(
            description = {
                "The paths that points have taken through a function.",
                "A function that decides by its numbers has one graph a path, traced when a point first takes it. Shows"
                        + " the pictures of the paths that most points took, and a table: how many points took each,"
                        + " its vertices and its conditions. With --path or --at, --to keeps that path's graph; with"
                        + " --at, the point's path is followed first."
            })
    private static final class Show implements Call {
        @Mixin
        private GraphWord word;

        @Mixin
        private PointOption at;

        @Option(
                names = "--path",
                paramLabel = "N",
                description = "Shows this path only, as a graph.",
                converter = Whole.From1.class)
        private Integer number;

        @Mixin
        private KeptVariable kept;

        @Option(names = "--table", description = "Shows the table alone.")
        private boolean tableAlone;

        @Override
        public Object run(CommandContext context, String body) {
            Names names = new Names.OfSession(context);
            Graph graph = word.graph(names);
            Origin origin = graph.origin()
                    .orElseThrow(() -> new GraphException(
                            graph.name() + " was not traced from a Java function here, so it has this path only"));
            Optional<Graph> followed = at.numbers(names, graph).map(origin::at);
            List<Origin.Path> paths = origin.paths();
            Optional<Graph> taken = number == null ? followed : Optional.of(path(graph.name(), paths));
            if (kept.name().isPresent() && taken.isEmpty()) {
                throw new IllegalArgumentException("%paths: --to keeps the path that --path or --at names");
            }
            kept.name()
                    .ifPresent(
                            name -> kept.keep(context, Graph.class, taken.get().named(name)));
            if (number != null) {
                return taken.get();
            }
            if (!tableAlone) {
                show(context, paths);
            }
            return table(graph.name(), paths);
        }

        private Graph path(String name, List<Origin.Path> paths) {
            if (number > paths.size()) {
                throw new IllegalArgumentException(
                        "%paths: " + name + " has the paths 1 to " + paths.size() + " so far, not " + number);
            }
            return paths.get(number - 1).graph();
        }
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
}

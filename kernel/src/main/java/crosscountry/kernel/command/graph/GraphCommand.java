package crosscountry.kernel.command.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.option.Completing;
import crosscountry.kernel.command.option.GraphFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code %%graph}: compiles Java methods, traces one of them and keeps the graph in a variable. */
public final class GraphCommand extends Magic {
    public GraphCommand() {
        super("%%graph");
    }

    @Override
    protected Call call() {
        return new TraceOrShow();
    }

    @Command(
            description = {
                "Traces the Java below; as %graph, shows a graph that is there.",
                "The body is ordinary Java: methods on doubles, double arrays and records, helper methods, loops, Math,"
                        + " literals. It is compiled, and one method is traced into the variable NAME: the method"
                        + " called NAME, or the one given by --of, or the last of the body. The methods stay callable"
                        + " with numbers. As %graph, without a body, NAME is any graph, which is shown or written to"
                        + " files."
            })
    private static final class TraceOrShow implements Call {
        @Parameters(
                index = "0",
                paramLabel = "NAME",
                description = "The variable for the graph.",
                completionCandidates = Completing.Graphs.class)
        private String name;

        @Mixin
        private TraceOptions options;

        @Mixin
        private GraphFiles files;

        @Override
        public Object run(CommandContext context, String body) throws Exception {
            Graph graph = body == null ? shown(context) : traced(context, body);
            files.write(graph);
            return graph;
        }

        private Graph shown(CommandContext context) {
            if (options.any()) {
                throw new IllegalArgumentException(
                        "%%graph stands alone on the first line of a cell; the lines below it are the Java to trace");
            }
            try {
                return Named.graph(context, name);
            } catch (GraphException unknown) {
                throw new GraphException(
                        unknown.getMessage() + "; %%graph on the first line of a cell traces the Java below it");
            }
        }

        private Graph traced(CommandContext context, String body) throws Exception {
            if (body.isBlank()) {
                throw new IllegalArgumentException("%%graph needs Java to trace on the lines below it");
            }
            Graph graph = options.traced(context, name, context.eval(body)).named(name);
            context.bind(name, Graph.class.getCanonicalName(), graph);
            return graph;
        }
    }
}

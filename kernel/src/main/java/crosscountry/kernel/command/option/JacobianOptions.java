package crosscountry.kernel.command.option;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.AtomicFile;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.jacobian.export.JavaSource;
import crosscountry.jacobian.export.Latex;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a Jacobian is accumulated, where, and what is made of its code. */
@Command(
        description = {
            "Values and derivatives at a point.",
            "Accumulates the Jacobian by the order. A point is needed for all but code and formulas."
        })
public final class JacobianOptions {
    private static final String BEST = "best";
    private static final String FLOAT32 = "float32";
    private static final String JAVA = ".java";

    @Mixin
    private GraphWord graph;

    @Mixin
    private PointOption at;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "reverse",
            description = "forward, reverse, markowitz, best (of a short search), vertices with commas between them, a"
                    + " JSON file or a variable.",
            completionCandidates = Completing.JacobianOrders.class)
    private String order;

    @Option(
            names = "--dtype",
            paramLabel = "float64|float32",
            defaultValue = "float64",
            description = "The type of the numbers.")
    private String dtype;

    @Option(
            names = "--java",
            paramLabel = "FILE",
            description = "Writes the derivative code as Java that compiles by itself; the file is named like its"
                    + " class.")
    private Path java;

    @Option(names = "--latex", description = "Shows the derivatives of a small graph as formulas.")
    private boolean latex;

    public Graph graph(Names names) {
        return graph.graph(names);
    }

    /** The point, if one was given. */
    public Optional<List<Tensor>> point(Names names, Graph of) {
        return at.point(names, of);
    }

    /** Whether code or formulas are asked for, which need no point. */
    public boolean exports() {
        return java != null || latex;
    }

    /** Whether formulas are asked for. */
    public boolean showsFormulas() {
        return latex;
    }

    /** @param of the graph itself, or that of the path that the point takes */
    public JacobianPlan plan(Names names, Graph of) {
        Order by = order.equals(BEST) ? Jacobians.of(of).order() : names.order(order, of, CostModel.PUBLISHED);
        return dtype.equals(FLOAT32) ? Jacobians.float32(of, by) : Jacobians.of(of, by);
    }

    /** Writes the Java file, if one was asked for. */
    public void write(JacobianPlan plan) {
        if (java == null) {
            return;
        }
        String name = java.getFileName().toString();
        if (!name.endsWith(JAVA)) {
            throw new GraphException(
                    "--java takes a file named like its class, such as FluxJacobian.java, not \"" + java + "\"");
        }
        AtomicFile.write(java, JavaSource.of(plan, name.substring(0, name.length() - JAVA.length())));
    }

    /** The derivatives as formulas, if these were asked for. */
    public Optional<String> latex(JacobianPlan plan) {
        return latex ? Optional.of(Latex.of(plan)) : Optional.empty();
    }
}

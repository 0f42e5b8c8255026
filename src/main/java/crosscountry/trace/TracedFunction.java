package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Origin;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Refusal;
import crosscountry.trace.Values.Thrown;
import java.util.List;
import java.util.Optional;

/** A function with the graphs of the paths that points have taken through it so far. */
final class TracedFunction implements Origin {
    private final Target target;
    private final ClassFiles files;
    private final PathTree paths = new PathTree();
    private volatile List<Parameter> parameters;

    TracedFunction(Target target) {
        this.target = target;
        files = new ClassFiles(target.source());
    }

    /** The graph at numbers of the tracer's own, which suffice for a function without decisions. */
    Graph anywhere() {
        Graph graph = trace(null);
        paths.add(graph);
        return graph;
    }

    @Override
    public Graph at(double... point) {
        Graph known = paths.find(point);
        if (known != null) {
            return known;
        }
        synchronized (this) { // one thread traces a new path, and the others take it
            known = paths.find(point);
            if (known == null) {
                known = trace(point.clone());
                paths.add(known);
            }
            return known;
        }
    }

    @Override
    public List<Path> paths() {
        return paths.all();
    }

    @Override
    public void taken(Graph path, long points) {
        paths.taken(path, points);
    }

    @Override
    public double[] call(double... point) {
        try {
            if (parameters == null) {
                at(point);
            }
            return really(point);
        } catch (GraphException e) {
            throw e;
        } catch (Throwable thrown) {
            throw new GraphException(
                    target.name() + " throws " + thrown.getClass().getSimpleName()
                            + (thrown.getMessage() == null ? "" : " (" + thrown.getMessage() + ")") + " at this point");
        }
    }

    private double[] really(double[] point) throws Throwable {
        Parameter.Numbers numbers = new Parameter.Numbers(point);
        return Results.real(
                target.name(),
                target.call(parameters.stream()
                        .map(parameter -> parameter.real(numbers))
                        .toArray()));
    }

    private Graph trace(double[] point) {
        Run run = run(point);
        new Check(run.graph, run.tape, this::really, x -> run(x).graph).run(run.outputs);
        return run.graph;
    }

    /** The result of a run of the interpreter; {@code outputs} are the graph's values at the traced point. */
    private record Run(Graph graph, Tape tape, double[] outputs) {}

    private Run run(double[] point) {
        Tape tape = new Tape(point);
        Machine machine = new Machine(tape, files, target.home());
        Source start = new Source(target.name(), 0);
        try {
            start = target.start(machine);
            if (parameters == null) {
                parameters = target.parameters(machine);
            }
            Object[] arguments = parameters.stream()
                    .map(parameter -> parameter.symbolic(machine))
                    .toArray();
            if (point != null && point.length != tape.inputs.size()) {
                throw new GraphException("the point has " + point.length + " numbers; " + target.name() + " has "
                        + tape.inputs.size() + " inputs");
            }
            List<Object> results = Results.interpreted(machine, target.name(), target.interpret(machine, arguments));
            Graph graph = new Graph(
                    target.name(),
                    tape.inputs,
                    tape.vertices,
                    results.stream().map(Tape::operand).toList(),
                    Optional.empty(),
                    tape.conditions,
                    Optional.of(this));
            return new Run(
                    graph, tape, results.stream().mapToDouble(Tape::number).toArray());
        } catch (Thrown thrown) {
            throw Machine.refuse(
                    thrown.source == null ? start : thrown.source,
                    "it throws " + sentence(machine, thrown)
                            + (point == null && !tape.conditions.isEmpty()
                                    ? " at the numbers that it was tried with; trace it at a point where it is defined"
                                    : ""));
        } catch (Refusal refusal) {
            throw Machine.refuse(start, refusal.getMessage());
        } catch (StackOverflowError deep) {
            throw Machine.refuse(start, Machine.TOO_DEEP);
        }
    }

    private static String sentence(Machine machine, Thrown thrown) {
        String message = null;
        if (thrown.exception instanceof Throwable real) {
            message = real.getMessage();
        } else if (thrown.exception instanceof Instance instance) {
            Object text = machine.bridge.field(instance, machine.layouts.slot(Throwable.class, "detailMessage"));
            message = text == null ? null : text.toString();
        }
        return thrown.type().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}

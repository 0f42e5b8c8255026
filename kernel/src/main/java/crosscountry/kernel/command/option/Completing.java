package crosscountry.kernel.command.option;

import crosscountry.elimination.edge.CostModel;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.FileWords;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.SessionWords;
import crosscountry.search.method.SearchMethod;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What completes the values of shared options. */
public final class Completing {
    private Completing() {}

    private static Stream<String> variables(CommandContext context, Predicate<String> type) {
        return context.variables().entrySet().stream()
                .filter(variable -> type.test(variable.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Graphs. */
    public static final class Graphs implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return Named.completions(context, begin).stream();
        }
    }

    /** Files and folders, where a parameter takes more than names of these. */
    public static final class Files implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return FileWords.of(begin).stream();
        }
    }

    /** Orders of every graph, and those in variables. */
    static final class OrderNames implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return Stream.concat(
                    Stream.of("forward", "reverse", "markowitz"),
                    variables(context, type -> type.equals("Order") || type.endsWith(".Order")));
        }
    }

    /** Orders for a Jacobian, which may be looked for. */
    static final class JacobianOrders implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return Stream.concat(new OrderNames().of(context, begin), Stream.of("best"));
        }
    }

    /** Points in variables. */
    static final class Points implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return variables(context, "double[]"::equals);
        }
    }

    /** Costs that are counted. */
    static final class Costs implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(CostModel.values()).map(CostModel::label).iterator();
        }
    }

    /** Costs that are counted or measured. */
    static final class SearchCosts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Stream.of(CostModel.values()).map(CostModel::label), Stream.of(OrderSearchOptions.RUNTIME))
                    .iterator();
        }
    }

    /** Search methods. */
    static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SearchMethod.all().stream().map(SearchMethod::name).iterator();
        }
    }
}

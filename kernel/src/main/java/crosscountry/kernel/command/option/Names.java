package crosscountry.kernel.command.option;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Points;
import java.util.List;

/** What words of the user stand for: on the command line, or in a session with variables of its own. */
public sealed interface Names {
    Graph graph(String word);

    Order order(String word, Graph graph, CostModel rules);

    List<Tensor> point(String word, Graph graph);

    /** Built-in tasks, files and numbers. */
    record BuiltIn() implements Names {
        @Override
        public Graph graph(String word) {
            return Named.graph(word);
        }

        @Override
        public Order order(String word, Graph graph, CostModel rules) {
            return Orders.parse(word, graph, rules);
        }

        @Override
        public List<Tensor> point(String word, Graph graph) {
            return Points.parse(word, graph);
        }
    }

    /** The session's variables, and all that is built in. */
    record OfSession(CommandContext context) implements Names {
        @Override
        public Graph graph(String word) {
            return Named.graph(context, word);
        }

        @Override
        public Order order(String word, Graph graph, CostModel rules) {
            return variable(word) instanceof Order order ? order : Orders.parse(word, graph, rules);
        }

        @Override
        public List<Tensor> point(String word, Graph graph) {
            return variable(word) instanceof double[] values ? graph.point(values) : Points.parse(word, graph);
        }

        private Object variable(String word) {
            return context.variables().containsKey(word)
                    ? context.variable(word).orElse(null)
                    : null;
        }
    }
}

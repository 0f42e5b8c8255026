package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import java.util.List;

/**
 * Vertex elimination as a game for one player (game.md, section 6), made to be read: an action is an open vertex, the
 * reward is minus the cost of its elimination, the discount is 1. Games by the million are played on {@link FastGame}.
 */
public record VertexGame(Graph graph, CostModel rules) {
    public GameState start() {
        return new GameState(this, Linearization.of(graph, rules), new Order(List.of()), 0);
    }

    /** Number of actions from the start to the end, whichever they are: the number of eliminable vertices. */
    public int length() {
        return Legality.eliminable(graph).size();
    }
}

package crosscountry.elimination.state;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A position: the graph as it stands, the vertices eliminated so far, and what they cost. */
public record GameState(VertexGame game, Linearization linearization, Order played, long spent) {
    /** One action taken: the position after it, and minus its cost. */
    public record Transition(GameState next, long reward) {}

    /** The open vertices, ascending: every legal action. */
    public SortedSet<Integer> legal() {
        return linearization.open();
    }

    /** True when every eliminable vertex is gone: the edges are then the Jacobian. */
    public boolean isTerminal() {
        return linearization.isFinished();
    }

    /** Eliminates an open vertex; any other action is an error that names the legal set. */
    public Transition play(int vertex) {
        Step step = linearization.eliminate(vertex);
        List<Integer> vertices = new ArrayList<>(played.vertices());
        vertices.add(vertex);
        return new Transition(
                new GameState(
                        game, step.after(), new Order(vertices), game.rules().combine(spent, step.cost())),
                -step.cost());
    }
}

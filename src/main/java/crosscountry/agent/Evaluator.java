package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.GraphException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Evaluates positions: which vertex to eliminate next, and what the rest will cost. Search asks for many positions at
 * once, so a network can evaluate them in one batch.
 *
 * <p>Implementations may be called by several threads at once.
 */
public interface Evaluator {
    /**
     * One evaluation per position, in order. The positions may belong to different graphs; none is terminal, all have
     * additive costs ({@link #check}), and none is changed.
     */
    List<Evaluation> evaluate(List<BitsetState> positions);

    /** The logits of one position, where the cost to go is not needed. */
    default float[] logits(BitsetState position) {
        return evaluate(List.of(position)).get(0).logits();
    }

    /** The name in tables. */
    String name();

    /** The order that this policy plays without search; incomplete if it was stopped. */
    default int[] greedyOrder(StateTemplate template, BooleanSupplier stop) {
        return LikeliestGame.play(template, this, stop);
    }

    /** The policies whose games are worth playing without search, the quickest first. */
    default List<Evaluator> policies() {
        return List.of(this);
    }

    /** Its learned score, which plays whole games in next to no time. */
    default Optional<ScoreAgent> learnedScore() {
        return Optional.empty();
    }

    /** The evaluator in a model file of any kind that an {@link AgentFormat} knows. */
    static Evaluator read(Path file) {
        return AgentFormat.of(file).read(file);
    }

    /** Values are costs to go, which are additive for every cost but memory: memory is an error. */
    static void check(StateTemplate template) {
        if (!template.rules().isAdditive()) {
            throw new GraphException("an agent needs a cost that adds up step by step; "
                    + template.rules().label() + " does not, published, algebra, multiplications and flops do");
        }
    }
}

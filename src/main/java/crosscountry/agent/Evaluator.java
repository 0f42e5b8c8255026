package crosscountry.agent;

import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.graph.GraphException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What an agent thinks of positions: which vertex should go next, and what the rest will cost. Search asks for many
 * positions at once, so that a network can answer them in one batch.
 *
 * <p>Implementations may be called by several threads at once.
 */
public interface Evaluator {
    /**
     * One evaluation a position, in their order. The positions may belong to games of different graphs; none of them is
     * at its end, all count additive costs ({@link #check}), and all stay as they are.
     */
    List<Evaluation> evaluate(List<FastGame> positions);

    /** Of one position the logits alone, where nobody asks for the cost to go. */
    default float[] logits(FastGame position) {
        return evaluate(List.of(position)).get(0).logits();
    }

    /** The name in tables. */
    String name();

    /** The order that this policy plays by itself, without search; shorter where it was stopped on the way. */
    default int[] greedyOrder(GameTemplate template, BooleanSupplier stop) {
        return LikeliestGame.play(template, this, stop);
    }

    /** The policies whose games are worth playing without search, the quickest first. */
    default List<Evaluator> policies() {
        return List.of(this);
    }

    /** The learned score in it, which plays whole games in no time. */
    default Optional<ScoreAgent> learnedScore() {
        return Optional.empty();
    }

    /** The evaluator in a model file of any kind that an {@link AgentFormat} knows. */
    static Evaluator read(Path file) {
        return AgentFormat.of(file).read(file);
    }

    /** Values are costs from here to the end, which adds up for every cost but memory: that one is an error. */
    static void check(GameTemplate template) {
        if (!template.rules().isAdditive()) {
            throw new GraphException("an agent needs a cost that adds up step by step; "
                    + template.rules().label() + " does not, published, algebra, multiplications and flops do");
        }
    }
}

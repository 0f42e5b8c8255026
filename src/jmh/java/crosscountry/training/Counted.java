package crosscountry.training;

import crosscountry.agent.Evaluation;
import crosscountry.agent.Evaluator;
import crosscountry.elimination.state.BitsetState;
import java.util.List;

/** Another evaluator, with a count of the positions that it evaluated. */
final class Counted implements Evaluator {
    private final Evaluator asked;
    private final long enough;
    private long positions;

    Counted(Evaluator asked, long enough) {
        this.asked = asked;
        this.enough = enough;
    }

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> games) {
        positions += games.size();
        return asked.evaluate(games);
    }

    long asked() {
        return positions;
    }

    boolean full() {
        return positions >= enough;
    }
}

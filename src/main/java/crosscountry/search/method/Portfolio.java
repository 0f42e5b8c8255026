package crosscountry.search.method;

/**
 * The default: the classical orders and one greedy game of each kind at once, then annealing from the best of them for
 * the rest of the time.
 */
public record Portfolio() implements SearchMethod {
    @Override
    public String name() {
        return "portfolio";
    }

    @Override
    public void run(RunningSearch search) {
        new ProgramOrders("forward", false).run(search);
        new ProgramOrders("reverse", true).run(search);
        for (Score score : Score.values()) {
            if (!search.done()) {
                new Greedy(score).once(search, null);
            }
        }
        if (search.template().size() <= Math.min(16, Exact.most(search.template()))) {
            new Exact().run(search);
            return;
        }
        Annealing.keeping().run(search);
    }
}

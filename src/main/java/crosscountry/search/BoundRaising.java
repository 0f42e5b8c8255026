package crosscountry.search;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.GroupBound;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The strongest certificate of one search, and the threads that raise it meanwhile. */
final class BoundRaising {
    /**
     * Up to this many vertices half of the threads raise the bound: the cheapest order is found long before it is
     * proved.
     */
    private static final int HALF_BOUND = 300;

    private static final long SEED_STEP = 1_000_003;

    private final Graph graph;
    private final CostModel cost;
    private final long seed;
    private Optional<Certificate> certificate;
    private volatile boolean over;

    /** @param paths the first certificate; empty where no bound is known */
    BoundRaising(Graph graph, CostModel cost, Optional<Certificate> paths, long seed) {
        this.graph = graph;
        this.cost = cost;
        certificate = paths;
        this.seed = seed;
    }

    synchronized Optional<Certificate> certificate() {
        return certificate;
    }

    /** 0 where no bound is known. */
    long lowerBound() {
        return certificate().map(Certificate::lowerBound).orElse(0L);
    }

    /** How many of a search's threads should raise the bound. */
    static int threads(int vertices, int all) {
        return vertices <= HALF_BOUND ? all / 2 : 0;
    }

    /** Raises the bound, and with it the search's goal, until the search is done. */
    List<Thread> start(RunningSearch search, int threads) {
        Certificate paths = certificate().orElseThrow();
        List<Thread> started = new ArrayList<>();
        for (int k = 0; k < threads; k++) {
            long own = seed + SEED_STEP * k;
            started.add(ThreadTeam.start(
                    "search-bound",
                    () -> GroupBound.improve(
                            graph,
                            cost,
                            paths,
                            own,
                            search::bestOrder,
                            search::progress,
                            () -> over || search.done(),
                            better -> {
                                take(better);
                                search.raise(better.lowerBound());
                            })));
        }
        return started;
    }

    private synchronized void take(Certificate better) {
        if (better.lowerBound() > certificate.orElseThrow().lowerBound()) {
            certificate = Optional.of(better);
        }
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }
}

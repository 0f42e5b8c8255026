package crosscountry.search.method;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.GraphException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The optimum by an existing solver, OR-Tools CP-SAT: a boolean for each pair of vertices says which goes first, one
 * for each pair of values that a path joins says whether there is ever an edge, one for each u -> v -> w whether it is
 * multiplied. There are as many as triples of values on a path, so that it proves optima of graphs of up to some thirty
 * vertices; its bound counts for larger ones too. Scalar graphs only.
 */
record ConstraintProgram() implements SearchMethod {
    /** Beyond this many products that may be needed the model alone takes gigabytes. */
    private static final long MOST_TRIPLES = 400_000;

    @Override
    public String name() {
        return "cp-sat";
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public void run(RunningSearch search) {
        StateTemplate template = search.template();
        search.requireScalar(name());
        Greedy.everyScore(search);
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | LinkageError e) {
            throw new GraphException(
                    "cp-sat needs the native library of OR-Tools for this platform, which is not there ("
                            + e.getMessage() + ")");
        }
        if (template.size() > 0) {
            new Model(template).solve(search);
        }
    }

    private static final class Model {
        private final CpModel model = new CpModel();
        private final int size;
        private final boolean[][] edge;
        private final boolean[][] path;
        private final BoolVar[][] first;
        private final Map<Integer, BoolVar> edges = new HashMap<>();
        private final LinearExprBuilder cost = LinearExpr.newBuilder();
        private final int columns;

        Model(StateTemplate template) {
            BitsetState game = template.start();
            size = template.size();
            // sources: eliminable vertices, then inputs; targets: eliminable vertices, then outputs
            columns = 64 * game.columnWords();
            edge = new boolean[2 * columns][2 * columns];
            for (int v = 0; v < size; v++) {
                for (int word = 0; word < game.columnWords(); word++) {
                    for (long bits = game.predecessors(v, word); bits != 0; bits &= bits - 1) {
                        edge[(word << 6) + Long.numberOfTrailingZeros(bits)][v] = true;
                    }
                    for (long bits = game.successors(v, word); bits != 0; bits &= bits - 1) {
                        edge[v][target((word << 6) + Long.numberOfTrailingZeros(bits))] = true;
                    }
                }
            }
            path = new boolean[edge.length][];
            for (int k = 0; k < edge.length; k++) {
                path[k] = edge[k].clone();
            }
            for (int v = 0; v < size; v++) {
                for (boolean[] row : path) {
                    for (int w = 0; row[v] && w < row.length; w++) {
                        row[w] |= path[v][w];
                    }
                }
            }
            first = new BoolVar[size][size];
            build();
        }

        /** Inputs stand behind the vertices, outputs behind the inputs. */
        private int target(int column) {
            return column < size ? column : columns + column;
        }

        private void build() {
            long triples = 0;
            for (int v = 0; v < size; v++) {
                int vertex = v;
                triples += count(u -> path[u][vertex] ? 1 : 0) * (long) count(w -> path[vertex][w] ? 1 : 0);
            }
            if (triples > MOST_TRIPLES) {
                throw new GraphException("cp-sat would need " + triples + " products in its model; at most "
                        + MOST_TRIPLES + " are allowed");
            }
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < u; v++) {
                    first[v][u] = model.newBoolVar("");
                }
            }
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < u; v++) {
                    for (int w = 0; w < v; w++) { // no cycle w, v, u either way round
                        model.addBoolOr(
                                new Literal[] {before(w, v).not(), before(v, u).not(), before(w, u)});
                        model.addBoolOr(new Literal[] {
                            before(w, v), before(v, u), before(w, u).not()
                        });
                    }
                }
            }
            for (int v = 0; v < size; v++) {
                for (int u = 0; u < path.length; u++) {
                    for (int w = 0; path[u][v] && w < path.length; w++) {
                        if (path[v][w]) {
                            product(u, v, w);
                        }
                    }
                }
            }
            model.minimize(cost);
        }

        private int count(ToIntFunction<Integer> of) {
            int count = 0;
            for (int k = 0; k < path.length; k++) {
                count += of.applyAsInt(k);
            }
            return count;
        }

        /** True literal where v goes before u; inputs and outputs never go. */
        private Literal before(int v, int u) {
            return u >= size ? model.trueLiteral() : v < u ? first[v][u] : first[u][v].not();
        }

        private Literal edge(int u, int w) {
            return edge[u][w]
                    ? model.trueLiteral()
                    : edges.computeIfAbsent(u * path.length + w, key -> model.newBoolVar(""));
        }

        /**
         * If both edges exist at some point and v is eliminated before both ends, then it is multiplied, and there is
         * an edge between the ends.
         */
        private void product(int u, int v, int w) {
            BoolVar multiplied = model.newBoolVar("");
            Literal[] unless = {
                edge(u, v).not(),
                edge(v, w).not(),
                before(v, u).not(),
                before(v, w).not(),
                multiplied
            };
            model.addBoolOr(unless);
            cost.add(multiplied);
            if (u < size || w < size) {
                Literal[] also = unless.clone();
                also[4] = edge(u, w);
                model.addBoolOr(also);
            }
        }

        void solve(RunningSearch search) {
            hint(search.order());
            CpSolver solver = new CpSolver();
            solver.getParameters().setNumWorkers(search.threads()).setRandomSeed((int)
                    Math.abs(search.random(400).nextInt() % 1_000_000));
            double seconds = Math.max(0.05, search.remaining());
            solver.getParameters().setMaxTimeInSeconds(Math.min(seconds, 1e6));
            BitsetState game = search.template().start();
            CpSolverStatus status = solver.solve(model, new CpSolverSolutionCallback() {
                @Override
                public void onSolutionCallback() {
                    search.count(1);
                    int[] order = order(pair -> booleanValue(first[pair[0]][pair[1]]));
                    search.offer(order, game.total(order));
                    if (search.done()) {
                        stopSearch();
                    }
                }
            });
            if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                search.prove((long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
            }
        }

        private void hint(int[] order) {
            int[] place = new int[size];
            for (int k = 0; k < size; k++) {
                place[order[k]] = k;
            }
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < u; v++) {
                    model.addHint(first[v][u], place[v] < place[u] ? 1 : 0);
                }
            }
        }

        private int[] order(Predicate<int[]> goesFirst) {
            int[] before = new int[size];
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < u; v++) {
                    before[goesFirst.test(new int[] {v, u}) ? u : v]++;
                }
            }
            List<Integer> order = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                order.add(k);
            }
            order.sort((one, other) -> Integer.compare(before[one], before[other]));
            return order.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}

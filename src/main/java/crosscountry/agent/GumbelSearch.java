package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Gumbel AlphaZero's tree search for one game (Danihelka et al. 2022): a few actions drawn without replacement by
 * Gumbel top-k, sequential halving among them at the root, completed Q-values, below the root the action whose improved
 * policy is furthest above its share of visits.
 *
 * <p>A game of one player with costs: q of an action is the cost of the whole game through it, scaled so that the
 * cheapest game seen in this tree is 1 and the most expensive 0. All simulations of one round of the halving start with
 * different actions, so they run in parallel: {@link #select} returns the positions to evaluate, {@link #accept} takes
 * the evaluations, and one batch can serve the trees of many games.
 *
 * <p>Where a position depends on the set of eliminated vertices alone
 * ({@link crosscountry.elimination.state.StateTemplate#isMemoryless}), equal positions share one node, however they
 * were reached, also across moves. On typed edges the order matters, and nothing is shared. For one thread.
 */
public final class GumbelSearch {
    private static final int MOST_NODES = 200_000;

    /** One simulation in progress: the nodes it visited and the actions it took. */
    private record Path(List<TreeNode> nodes, List<Integer> actions, TreeNode leaf, BitsetState position) {}

    private record Key(List<Long> words) {}

    private final GumbelSettings settings;
    private final SplittableRandom random;
    private final BitsetState game;
    private final Map<Key, TreeNode> merged;
    private final List<BitsetState> pool = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private final List<TreeNode> asked = new ArrayList<>();
    private TreeNode root;
    private int[] visits;
    private double[] gumbels;
    private SequentialHalving halving;
    private double cheapest = Double.POSITIVE_INFINITY;
    private double dearest = Double.NEGATIVE_INFINITY;
    private long best = Long.MAX_VALUE;
    private int[] bestOrder;

    /** A search that plays this game from its current position; the caller must not touch it meanwhile. */
    public GumbelSearch(BitsetState game, GumbelSettings settings, SplittableRandom random) {
        Evaluator.check(game.template());
        this.game = game;
        this.settings = settings;
        this.random = random;
        merged = game.template().isMemoryless() ? new HashMap<>() : null;
        root = node(game);
        begin();
    }

    public BitsetState game() {
        return game;
    }

    /** True when all simulations of this move are done. */
    public boolean isReady() {
        return game.done() || root.logits != null && halving.isDone();
    }

    /** The positions to evaluate in the next round, none of them terminal; may be empty. */
    public List<BitsetState> select() {
        paths.clear();
        asked.clear();
        List<BitsetState> positions = new ArrayList<>();
        if (isReady()) {
            return positions;
        }
        if (root.logits == null) {
            asked.add(root);
            positions.add(game);
            return positions;
        }
        for (int action : round()) {
            BitsetState position = pooled(paths.size());
            Path path = simulate(action, position);
            paths.add(path);
            if (path.leaf().logits == null && !asked.contains(path.leaf())) {
                asked.add(path.leaf());
                positions.add(position);
            }
        }
        return positions;
    }

    /** Takes the evaluations of the last {@link #select}, in its order. */
    public void accept(List<Evaluation> evaluations) {
        if (evaluations.size() != asked.size()) {
            throw new IllegalArgumentException(
                    asked.size() + " positions were to be evaluated, there are " + evaluations.size() + " answers");
        }
        for (int k = 0; k < evaluations.size(); k++) {
            asked.get(k).expand(evaluations.get(k));
        }
        if (paths.isEmpty() && !asked.isEmpty()) {
            root.add(root.raw);
            met(game, root, evaluations.get(0));
        }
        for (Path path : paths) {
            int place = asked.indexOf(path.leaf());
            met(path.position(), path.leaf(), place < 0 ? null : evaluations.get(place));
            backward(path);
        }
    }

    /** Backs up the cost through the leaf to every node on its path. */
    private void backward(Path path) {
        double toGo = path.leaf().raw;
        path.leaf().add(toGo);
        for (int k = path.nodes().size() - 1; k >= 0; k--) {
            TreeNode node = path.nodes().get(k);
            int action = path.actions().get(k);
            toGo += node.stepCosts[action];
            node.visits[action]++;
            node.add(toGo);
        }
        visits[path.actions().get(0)]++;
        halving = halving.next();
    }

    /** Statistics of the position and the vertex to play; call when {@link #isReady} and before the end. */
    public RootStatistics statistics() {
        double[] values = rootValues();
        int most = Arrays.stream(visits).max().orElse(0);
        int chosen = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < visits.length; k++) {
            if (visits[k] == most && values[k] > highest) {
                highest = values[k];
                chosen = k;
            }
        }
        double[] costs = new double[visits.length];
        float[] prior = new float[visits.length];
        float[] improved = new float[visits.length];
        double[] policy = TreeNode.softmax(root.logits, completed(root, visits, game.spent()));
        for (int k = 0; k < costs.length; k++) {
            costs[k] = visits[k] == 0 ? Double.NaN : root.cost(k, settings.backup());
            prior[k] = (float) root.prior[k];
            improved[k] = (float) policy[k];
        }
        return new RootStatistics(
                root.open.clone(),
                prior,
                visits.clone(),
                costs,
                improved,
                root.open[chosen],
                root.value(settings.backup()));
    }

    /** Eliminates this vertex and prepares the next move; the subtree of the new position is kept. */
    public void play(int index) {
        int k = Arrays.binarySearch(root.open, index);
        TreeNode next = k < 0 ? null : root.children[k];
        game.eliminate(index);
        if (merged != null && merged.size() > MOST_NODES) {
            merged.clear();
        }
        root = next == null ? node(game) : next;
        begin();
    }

    /** The cost of the cheapest complete game seen, by simulations and by rollouts of the evaluator. */
    public long best() {
        return best;
    }

    /** That game, as indices from the start; null before the first. */
    public int[] bestOrder() {
        return bestOrder;
    }

    TreeNode root() {
        return root;
    }

    private void begin() {
        visits = new int[root.open.length];
        gumbels = new double[root.open.length];
        for (int k = 0; k < gumbels.length; k++) {
            gumbels[k] = settings.noise() == 0 ? 0 : settings.noise() * PolicyGame.gumbel(random);
        }
        halving = root.open.length == 1
                ? SequentialHalving.NONE
                : SequentialHalving.of(Math.min(settings.considered(), root.open.length), settings.simulations());
    }

    /** The root's actions of the next round: of those visited equally often, the ones of the highest value. */
    private List<Integer> round() {
        double[] values = rootValues();
        List<Integer> actions = new ArrayList<>();
        for (int k = 0; k < visits.length; k++) {
            if (visits[k] == halving.visits()) {
                actions.add(k);
            }
        }
        actions.sort((a, b) -> Double.compare(values[b], values[a]));
        return actions.subList(0, Math.min(actions.size(), halving.roundSize()));
    }

    /** Gumbel number, logit and completed Q-value of each of the root's actions together. */
    private double[] rootValues() {
        double[] values = completed(root, visits, game.spent());
        for (int k = 0; k < values.length; k++) {
            values[k] = gumbels[k] + root.logits[k] + values[k];
        }
        return values;
    }

    /** Descends from the root by this action to a new node or to the end of the game. */
    private Path simulate(int first, BitsetState position) {
        position.copyFrom(game);
        List<TreeNode> nodes = new ArrayList<>();
        List<Integer> actions = new ArrayList<>();
        TreeNode node = root;
        int action = first;
        while (true) {
            nodes.add(node);
            actions.add(action);
            long cost = position.eliminate(node.open[action]);
            if (node.children[action] == null) {
                node.stepCosts[action] = cost;
                node.children[action] = node(position);
            }
            node = node.children[action];
            if (node.logits == null || node.isTerminal()) {
                return new Path(nodes, actions, node, position);
            }
            action = mostNeglected(node, position.spent());
        }
    }

    /** The action whose improved policy is furthest above its share of visits. */
    private int mostNeglected(TreeNode node, long spent) {
        double[] policy = TreeNode.softmax(node.logits, completed(node, node.visits, spent));
        double all = 1 + Arrays.stream(node.visits).sum();
        int chosen = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < policy.length; k++) {
            double value = policy[k] - node.visits[k] / all;
            if (value > highest) {
                highest = value;
                chosen = k;
            }
        }
        return chosen;
    }

    /** sigma of the completed q of each action: unvisited actions have the mixed value (the paper's appendix D). */
    private double[] completed(TreeNode node, int[] counts, long spent) {
        double weighted = 0;
        double mass = 0;
        int all = 0;
        int most = 0;
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                weighted += node.prior[k] * node.cost(k, settings.backup());
                mass += node.prior[k];
                all += counts[k];
                most = Math.max(most, counts[k]);
            }
        }
        double mixed = mass == 0 ? node.raw : (node.raw + all * weighted / mass) / (1 + all);
        double factor = (settings.visitOffset() + most) * settings.scale();
        double range = Math.max(1e-9, dearest - cheapest);
        double[] completed = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            double total = spent + (counts[k] > 0 ? node.cost(k, settings.backup()) : mixed);
            completed[k] = factor * (dearest - total) / range;
        }
        return completed;
    }

    /** Records the cost of the whole game through a leaf, and the game itself where it is known exactly. */
    private void met(BitsetState position, TreeNode leaf, Evaluation evaluation) {
        double total = position.spent() + leaf.raw;
        cheapest = Math.min(cheapest, total);
        dearest = Math.max(dearest, total);
        int[] rest = evaluation == null ? new int[0] : evaluation.completion();
        if (position.steps() + rest.length == position.size() && total < best) {
            best = Math.round(total);
            int[] order = new int[position.size()];
            for (int k = 0; k < order.length; k++) {
                order[k] = k < position.steps() ? position.move(k) : rest[k - position.steps()];
            }
            bestOrder = order;
        }
    }

    private TreeNode node(BitsetState position) {
        if (merged == null) {
            return new TreeNode(position);
        }
        List<Long> words = new ArrayList<>(position.openWords());
        for (int w = 0; w < position.openWords(); w++) {
            words.add(position.openWord(w));
        }
        return merged.computeIfAbsent(new Key(words), key -> new TreeNode(position));
    }

    private BitsetState pooled(int k) {
        while (pool.size() <= k) {
            pool.add(game.template().start());
        }
        return pool.get(k);
    }
}

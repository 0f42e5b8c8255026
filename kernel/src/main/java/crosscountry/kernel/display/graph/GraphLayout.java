package crosscountry.kernel.display.graph;

import crosscountry.kernel.display.graph.Drawing.Box;
import crosscountry.kernel.display.graph.Drawing.Line;
import crosscountry.kernel.display.graph.Drawing.Point;
import crosscountry.kernel.display.graph.Drawing.Role;
import crosscountry.kernel.display.graph.Sketch.Join;
import crosscountry.kernel.display.graph.Sketch.Node;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The layered layout of Eclipse ELK: inputs first, every edge in the direction of the computation. */
final class GraphLayout {
    private static final double HEIGHT = 24;
    private static final double CHARACTER = 7.2;
    private static final double MARGIN = 8;
    /**
     * Beyond this, ELK's network simplex takes long and at last overflows the stack: 50 seconds for a chain of 140
     * vertices that all read one input, whose edges cross 5000 layers.
     */
    private static final int FAR = 3000;
    /** The width of a notebook's output area in pixels; a drawing that is wider is scaled down. */
    private static final double PAGE = 900;

    /**
     * Limits on processor time, so that a busy machine draws the same picture, and on elapsed time, in case a layout is
     * stuck.
     */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private static final long LAST_NANOS = 30_000_000_000L;
    /** ELK recurses along chains. */
    private static final long STACK = 64L << 20;

    private final Sketch sketch;
    private final boolean roomy;
    private final AtomicBoolean stopped;
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkEdge> lines = new ArrayList<>();

    private GraphLayout(Sketch sketch, boolean roomy, AtomicBoolean stopped) {
        this.sketch = sketch;
        this.roomy = roomy;
        this.stopped = stopped;
    }

    /**
     * Places a sketch, with more room between the boxes where notes stand there; empty where that would take too long.
     * It runs from left to right where that fits a page, else in the direction that needs less width. An interrupt ends
     * it.
     */
    static Optional<Drawing> of(Sketch sketch, boolean roomy) {
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<Drawing> task = new FutureTask<>(() -> drawn(sketch, roomy, stopped));
        Thread thread = new Thread(null, task, "layout", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return awaited(task, thread);
        } catch (ExecutionException failed) {
            return Optional.empty();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the layout was interrupted");
        } finally {
            stopped.set(true);
        }
    }

    private static Optional<Drawing> awaited(FutureTask<Drawing> task, Thread thread)
            throws ExecutionException, InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long last = System.nanoTime() + LAST_NANOS;
        while (threads.getThreadCpuTime(thread.getId()) < PATIENCE_NANOS && System.nanoTime() < last) {
            try {
                return Optional.of(task.get(100, TimeUnit.MILLISECONDS));
            } catch (TimeoutException goesOn) {
                // until its time is spent
            }
        }
        return Optional.empty();
    }

    private static Drawing drawn(Sketch sketch, boolean roomy, AtomicBoolean stopped) {
        Drawing across = new GraphLayout(sketch, roomy, stopped).draw(Direction.RIGHT);
        if (across.width() <= PAGE) {
            return across;
        }
        Drawing down = new GraphLayout(sketch, roomy, stopped).draw(Direction.DOWN);
        return down.width() < across.width() ? down : across;
    }

    private Drawing draw(Direction direction) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, direction);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, roomy ? 26.0 : 14.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, roomy ? 34.0 : 26.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 6.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 4.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 6.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 3.0);
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                span() > FAR ? NodePlacementStrategy.BRANDES_KOEPF : NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.EDGE_ROUTING_POLYLINE_SLOPED_EDGE_ZONE_WIDTH, 2.0);
        root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_SEMI_INTERACTIVE, true);
        sketch.nodes().forEach(node -> add(root, node));
        sketch.joins()
                .forEach(
                        join -> lines.add(ElkGraphUtil.createSimpleEdge(nodes.get(join.from()), nodes.get(join.to()))));
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor() {
            @Override
            public boolean isCanceled() { // asked between the steps of the work
                return stopped.get();
            }
        });
        return drawing(root);
    }

    /** How many layers all edges cross together. */
    private int span() {
        int[] depth = new int[sketch.nodes().size()];
        int span = 0;
        for (Join join : sketch.joins()) { // by target: the depths of sources are known
            depth[join.to()] = Math.max(depth[join.to()], depth[join.from()] + 1);
        }
        for (Join join : sketch.joins()) {
            span += depth[join.to()] - depth[join.from()];
        }
        return span;
    }

    private void add(ElkNode root, Node node) {
        ElkNode box = ElkGraphUtil.createNode(root);
        int longest = node.label().lines().mapToInt(String::length).max().orElse(0);
        box.setDimensions(
                Math.max(30, 14 + CHARACTER * longest),
                HEIGHT + Drawing.LEADING * Math.max(0, node.label().lines().count() - 1));
        if (node.role() == Role.INPUT) { // inputs of a layer stay in their order
            box.setProperty(LayeredOptions.POSITION, new KVector(nodes.size(), nodes.size()));
        }
        nodes.add(box);
    }

    private Drawing drawing(ElkNode root) {
        List<Box> boxes = new ArrayList<>();
        for (int k = 0; k < nodes.size(); k++) {
            Node node = sketch.nodes().get(k);
            ElkNode placed = nodes.get(k);
            boxes.add(new Box(
                    node.role(),
                    node.family(),
                    node.label(),
                    node.detail(),
                    node.note(),
                    placed.getX() + MARGIN,
                    placed.getY() + MARGIN,
                    placed.getWidth(),
                    placed.getHeight()));
        }
        List<Line> drawn = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            Join join = sketch.joins().get(k);
            drawn.add(new Line(
                    join.stroke(),
                    join.detail(),
                    points(lines.get(k).getSections().get(0))));
        }
        return new Drawing(root.getWidth() + 2 * MARGIN, root.getHeight() + 2 * MARGIN, boxes, drawn);
    }

    private static List<Point> points(ElkEdgeSection section) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX() + MARGIN, section.getStartY() + MARGIN));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(bend.getX() + MARGIN, bend.getY() + MARGIN));
        }
        points.add(new Point(section.getEndX() + MARGIN, section.getEndY() + MARGIN));
        return points;
    }
}

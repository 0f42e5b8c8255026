package crosscountry.kernel.display.graph;

import crosscountry.edge.AxisTies;
import crosscountry.edge.Edge;
import crosscountry.elimination.Linearization;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.graph.Drawing.Box;
import crosscountry.kernel.display.graph.Drawing.Line;
import crosscountry.kernel.display.graph.Drawing.Point;
import crosscountry.kernel.display.graph.Drawing.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
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
     * Beyond this, ELK's network simplex takes long and at last overflows the stack: 50 seconds for a chain of 140 vertices that
     * all read one input, whose edges cross 5000 layers.
     */
    private static final int FAR = 3000;
    /** The width of a notebook's output area in pixels; a drawing that is wider is scaled down. */
    private static final double PAGE = 900;

    private final Linearization state;
    private final boolean degrees;
    private final Map<Integer, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<Edge, ElkEdge> lines = new LinkedHashMap<>();

    private GraphLayout(Linearization state, boolean degrees) {
        this.state = state;
        this.degrees = degrees;
    }

    /**
     * Places what is left of the graph; with {@code degrees} each open vertex is noted with its Markowitz degree. It runs
     * from left to right where that fits a page, else in the direction that needs less width.
     */
    static Drawing of(Linearization state, boolean degrees) {
        Drawing across = new GraphLayout(state, degrees).draw(Direction.RIGHT);
        if (across.width() <= PAGE) {
            return across;
        }
        Drawing down = new GraphLayout(state, degrees).draw(Direction.DOWN);
        return down.width() < across.width() ? down : across;
    }

    private Drawing draw(Direction direction) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, direction);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, degrees ? 26.0 : 14.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, degrees ? 34.0 : 26.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 6.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 4.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 6.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 3.0);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, span() > FAR ? NodePlacementStrategy.BRANDES_KOEPF : NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.EDGE_ROUTING_POLYLINE_SLOPED_EDGE_ZONE_WIDTH, 2.0);
        Set<Integer> shown = new HashSet<>(state.open());
        for (Edge edge : state.edges()) {
            shown.add(edge.target());
        }
        Graph graph = state.graph();
        graph.inputs().forEach(input -> add(root, input.id(), label(input)));
        for (Vertex vertex : graph.vertices()) {
            if (shown.contains(vertex.number()) || isOutput(vertex)) {
                add(root, vertex.id(), label(vertex));
            }
        }
        for (Edge edge : state.edges()) {
            ElkNode target = nodes.get(graph.id(edge.target()));
            ElkNode source = nodes.get(edge.source());
            if (target != null && source != null) {
                lines.put(edge, ElkGraphUtil.createSimpleEdge(source, target));
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return drawing(root);
    }

    /** How many layers all edges cross together. */
    private int span() {
        Map<Integer, Integer> depth = new HashMap<>();
        int span = 0;
        for (Edge edge : state.edges()) { // by target: the depths of sources are known
            int id = state.graph().id(edge.target());
            depth.merge(id, depth.getOrDefault(edge.source(), 0) + 1, Math::max);
        }
        for (Edge edge : state.edges()) {
            span += depth.get(state.graph().id(edge.target())) - depth.getOrDefault(edge.source(), 0);
        }
        return span;
    }

    private void add(ElkNode root, int id, String label) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(Math.max(30, 14 + CHARACTER * label.length()), HEIGHT);
        nodes.put(id, node);
    }

    private boolean isOutput(Vertex vertex) {
        return state.graph().outputs().contains(new Operand.Ref(vertex.id()));
    }

    private static String label(Input input) {
        return input.name();
    }

    private static String label(Vertex vertex) {
        return vertex.number() + " " + Symbols.of(vertex);
    }

    private Drawing drawing(ElkNode root) {
        List<Box> boxes = new ArrayList<>();
        nodes.forEach((id, node) -> boxes.add(box(id, node)));
        List<Line> drawn = new ArrayList<>();
        lines.forEach((edge, line) -> drawn.add(
                new Line(Symbols.stroke(edge.type()), detail(edge), points(line.getSections().get(0)))));
        return new Drawing(root.getWidth() + 2 * MARGIN, root.getHeight() + 2 * MARGIN, boxes, drawn);
    }

    private Box box(int id, ElkNode node) {
        Graph graph = state.graph();
        double x = node.getX() + MARGIN;
        double y = node.getY() + MARGIN;
        if (graph.isInput(id)) {
            Input input = graph.inputs().get(id - 1);
            return new Box(Role.INPUT, "input", label(input), "input " + input.name() + " " + input.shape(), "", x, y,
                    node.getWidth(), node.getHeight());
        }
        Vertex vertex = graph.vertex(id - graph.inputs().size());
        boolean open = state.open().contains(vertex.number());
        String note = degrees && open ? String.valueOf(state.markowitzDegree(vertex.number())) : "";
        String detail = GraphText.line(graph, vertex) + (open ? ", Markowitz degree " + state.markowitzDegree(vertex.number()) : "");
        return new Box(isOutput(vertex) ? Role.OUTPUT : Role.INTERMEDIATE, Symbols.family(vertex.primitive()), label(vertex),
                detail, note, x, y, node.getWidth(), node.getHeight());
    }

    private String detail(Edge edge) {
        return GraphText.name(state.graph(), edge.source()) + " to v" + edge.target() + ": " + edge.ties().map(AxisTies::toString)
                .orElseGet(() -> "type " + edge.type().code() + ", " + edge.o1() + " x " + edge.o2() + " by " + edge.p1() + " x " + edge.p2());
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

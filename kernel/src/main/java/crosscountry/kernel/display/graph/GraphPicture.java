package crosscountry.kernel.display.graph;

import static crosscountry.kernel.display.Markup.escape;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.graph.Drawing.Box;
import crosscountry.kernel.display.graph.Drawing.Line;
import crosscountry.kernel.display.graph.Drawing.Point;
import crosscountry.kernel.display.graph.Drawing.Stroke;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A graph as SVG. Inputs are pills, intermediates are boxes, outputs have a double frame; colour tells groups of
 * primitives (Okabe and Ito's colours, told apart by most colour-blind readers), stroke tells the structure of the
 * elemental partial. The background is transparent, and all colours are legible on white and on black.
 */
public final class GraphPicture {
    /** What a notebook shows without a scroll bar, in pixels. */
    private static final double PAGE = 820;
    /** Letters of 12 pixels are not shrunk below 8. */
    private static final double SMALLEST = 0.67;

    /** A box for each vertex up to this many: more would take seconds to lay out, and nobody could read them. */
    private static final int MOST_VERTICES = 160;

    private static final int MOST_EDGES = 1000;

    private GraphPicture() {}

    /** The graph of a function, with the edges of its operations whatever edges its file states. */
    public static String svg(Graph graph) {
        return svg(Linearization.of(graph.withoutEdges(), CostModel.PUBLISHED), false);
    }

    /**
     * What is left of a graph; with {@code degrees}, Markowitz degrees stand beside the open vertices. A graph that is
     * too large for a box a vertex is drawn by its loops, and as layers where it has none.
     */
    public static String svg(Linearization state, boolean degrees) {
        boolean small =
                state.edges().size() <= MOST_EDGES && GraphSketch.shown(state).size() <= MOST_VERTICES;
        return (small ? GraphLayout.of(GraphSketch.of(state, degrees), degrees) : Optional.<Drawing>empty())
                .or(() -> PartSketch.of(state).flatMap(sketch -> GraphLayout.of(sketch, false)))
                .map(drawing -> svg(state, drawing))
                .orElseGet(() -> LayersPicture.svg(state));
    }

    private static String svg(Linearization state, Drawing drawing) {
        Set<Stroke> strokes = drawing.lines().stream().map(Line::stroke).collect(Collectors.toSet());
        boolean legend = strokes.size() > 1;
        double width = Math.max(drawing.width(), legend ? 380 : 60);
        double height = drawing.height() + (legend ? 24 : 0);
        double scale = Math.min(1, Math.max(SMALLEST, PAGE / width));
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" "
                        + "role=\"img\" font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"12\">",
                width * scale,
                height * scale,
                width,
                height));
        svg.append("<title>").append(escape(state.graph().name())).append("</title>");
        drawing.lines().forEach(line -> line(svg, line));
        drawing.boxes().forEach(box -> box(svg, box));
        if (legend) {
            legend(svg, strokes, drawing.height() + 12);
        }
        return svg.append("</svg>").toString();
    }

    private static String dashes(Stroke stroke) {
        return switch (stroke) {
            case DENSE -> "";
            case DIAGONAL -> " stroke-dasharray=\"7 3\"";
            case KRONECKER -> " stroke-dasharray=\"2 3\"";
            case COPY -> " stroke-dasharray=\"9 3 2 3\"";
        };
    }

    private static void line(StringBuilder svg, Line line) {
        String points = line.points().stream()
                .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", p.x(), p.y()))
                .collect(Collectors.joining(" "));
        svg.append("<g><title>")
                .append(escape(line.detail()))
                .append("</title><polyline fill=\"none\" stroke=\"" + ChartStyle.GREY + "\" ")
                .append("stroke-width=\"1.3\"")
                .append(dashes(line.stroke()))
                .append(" points=\"")
                .append(points)
                .append("\"/>");
        head(svg, line.points());
        svg.append("</g>");
    }

    private static void head(StringBuilder svg, List<Point> points) {
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        double angle = Math.toDegrees(Math.atan2(tip.y() - before.y(), tip.x() - before.x()));
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M0,0 L-6,-3 L-6,3 Z\" fill=\"" + ChartStyle.GREY
                        + "\" transform=\"translate(%.1f %.1f) rotate(%.1f)\"/>",
                tip.x(),
                tip.y(),
                angle));
    }

    static String fill(String family) {
        return switch (family) {
            case "input" -> "#0072b2";
            case "function" -> "#00805f";
            case "structure" -> "#9a4c80";
            default -> "#5d6872";
        };
    }

    private static void box(StringBuilder svg, Box box) {
        double radius = box.role() == Drawing.Role.INPUT ? box.height() / 2 : 4;
        svg.append("<g><title>").append(escape(box.detail())).append("</title>");
        if (box.role() == Drawing.Role.OUTPUT) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\" fill=\"none\" "
                            + "stroke=\"#d55e00\" stroke-width=\"2\"/>",
                    box.x() - 3,
                    box.y() - 3,
                    box.width() + 6,
                    box.height() + 6));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\"/>",
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                radius,
                fill(box.family())));
        List<String> lines = box.label().lines().toList();
        for (int k = 0; k < lines.size(); k++) {
            double y = box.y() + box.height() / 2 + 4.3 + (k - (lines.size() - 1) / 2.0) * Drawing.LEADING;
            Markup.text(svg, box.x() + box.width() / 2, y, "middle", "#ffffff", lines.get(k));
        }
        if (!box.note().isEmpty()) {
            Markup.text(svg, box.x() - 3, box.y() - 3, "start", "#d55e00", box.note());
        }
        svg.append("</g>");
    }

    private static void legend(StringBuilder svg, Set<Stroke> strokes, double y) {
        double x = 8;
        for (Stroke stroke : Stroke.values()) {
            if (strokes.contains(stroke)) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<path d=\"M%.0f,%.0f h26\" stroke=\"" + ChartStyle.GREY + "\" stroke-width=\"1.6\"%s/>",
                        x,
                        y,
                        dashes(stroke)));
                Markup.text(
                        svg,
                        x + 31,
                        y + 4,
                        "start",
                        ChartStyle.GREY,
                        stroke.name().toLowerCase(Locale.ROOT));
                x += 95;
            }
        }
    }
}

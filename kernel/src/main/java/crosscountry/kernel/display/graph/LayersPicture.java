package crosscountry.kernel.display.graph;

import static crosscountry.kernel.display.Markup.escape;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.Markup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A large graph without repetition: how many operations stand how far from the inputs, by their groups. A column is one
 * layer, or the mean of several.
 */
final class LayersPicture {
    private static final List<String> FAMILIES = List.of("arithmetic", "function", "structure");
    private static final int COLUMNS = 140;
    private static final double WIDTH = 700;
    private static final double HEIGHT = 150;
    private static final double LEFT = 46;
    private static final double TOP = 30;

    private LayersPicture() {}

    static String svg(Linearization state) {
        Graph graph = state.graph();
        int[] depth = new int[graph.inputs().size() + graph.vertices().size() + 1];
        for (Edge edge : state.edges()) { // by target: the depths of sources are known
            if (edge.target() <= graph.vertices().size()) {
                int id = graph.id(edge.target());
                depth[id] = Math.max(depth[id], depth[edge.source()] + 1);
            }
        }
        List<Vertex> shown = GraphSketch.shown(state);
        int layers = Math.max(1, Arrays.stream(depth).max().orElse(1));
        int wide = (layers + COLUMNS - 1) / COLUMNS;
        int columns = (layers + wide - 1) / wide;
        double[][] counts = new double[columns][FAMILIES.size()];
        int[] sizes = new int[layers];
        for (Vertex vertex : shown) {
            int layer = Math.max(0, depth[vertex.id()] - 1);
            sizes[layer]++;
            int column = layer / wide;
            counts[column][FAMILIES.indexOf(Symbols.family(vertex.primitive()))] +=
                    1.0 / Math.min(wide, layers - column * wide);
        }
        double high = Arrays.stream(counts)
                .mapToDouble(column -> Arrays.stream(column).sum())
                .max()
                .orElse(1);
        String title = String.format(
                Locale.ROOT,
                "%,d vertices in %,d layers, at most %,d in one",
                shown.size(),
                layers,
                Arrays.stream(sizes).max().orElse(0));
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
                        + "viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
                        + "font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"12\"><title>%s</title>",
                LEFT + WIDTH + 10,
                TOP + HEIGHT + 50,
                LEFT + WIDTH + 10,
                TOP + HEIGHT + 50,
                escape(graph.name() + ": " + title)));
        Markup.text(svg, LEFT, 16, "start", ChartStyle.GREY, title);
        Markup.text(
                svg,
                LEFT - 6,
                TOP + 10,
                "end",
                ChartStyle.GREY,
                String.format(Locale.ROOT, high < 10 ? "%.1f" : "%,.0f", high));
        Markup.text(svg, LEFT - 6, TOP + HEIGHT, "end", ChartStyle.GREY, "0");
        for (int column = 0; column < columns; column++) {
            column(svg, counts[column], column * WIDTH / columns, WIDTH / columns, HEIGHT / high);
        }
        Markup.text(svg, LEFT, TOP + HEIGHT + 16, "start", ChartStyle.GREY, "layer 1");
        Markup.text(
                svg,
                LEFT + WIDTH,
                TOP + HEIGHT + 16,
                "end",
                ChartStyle.GREY,
                String.format(Locale.ROOT, "layer %,d", layers));
        legend(
                svg,
                shown.stream().map(vertex -> Symbols.family(vertex.primitive())).collect(Collectors.toSet()));
        return svg.append("</svg>").toString();
    }

    private static void column(StringBuilder svg, double[] counts, double x, double width, double unit) {
        double y = TOP + HEIGHT;
        for (int family = 0; family < counts.length; family++) {
            double height = counts[family] * unit;
            y -= height;
            if (height > 0) {
                bar(svg, LEFT + x, y, Math.max(0.5, width - 0.5), height, FAMILIES.get(family));
            }
        }
    }

    private static void bar(StringBuilder svg, double x, double y, double width, double height, String family) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                width,
                height,
                GraphPicture.fill(family)));
    }

    private static void legend(StringBuilder svg, Set<String> present) {
        double x = LEFT;
        for (String family : FAMILIES) {
            if (present.contains(family)) {
                bar(svg, x, TOP + HEIGHT + 28, 10, 10, family);
                Markup.text(svg, x + 15, TOP + HEIGHT + 37, "start", ChartStyle.GREY, family);
                x += 100;
            }
        }
    }
}

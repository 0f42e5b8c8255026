package crosscountry.kernel.display.search;

import static crosscountry.kernel.display.Markup.escape;

import crosscountry.agent.SearchTree;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A search tree as SVG: a box is a move with the vertex it eliminates, below it its visits and the expected cost of the
 * whole game; lines grow with the visits, and the move that the search chose is framed. The most visited moves only,
 * where there are many.
 */
public final class SearchTreeRenderer implements Renderer {
    private static final int SHOWN = 48;
    private static final double WIDE = 58;
    private static final double HIGH = 78;

    @Override
    public boolean accepts(Object value) {
        return value instanceof SearchTree;
    }

    @Override
    public MimeBundle render(Object value) {
        String svg = svg((SearchTree) value);
        return SvgImage.addTo(MimeBundle.text(value.toString()), svg);
    }

    static String svg(SearchTree tree) {
        List<SearchTree.Node> nodes = tree.nodes();
        Set<Integer> shown = shown(nodes);
        double[] x = new double[nodes.size()];
        double width = place(0, nodes, shown, x, 0) * WIDE + 16;
        int depth = shown.stream().mapToInt(k -> nodes.get(k).depth()).max().orElse(0);
        String hidden = shown.size() < nodes.size()
                ? "the " + (shown.size() - 1) + " most visited of " + (nodes.size() - 1) + " moves"
                : "";
        double height = depth * HIGH + 62 + (hidden.isEmpty() ? 0 : 20);
        width = Math.max(width, 240);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
                        + "viewBox=\"0 0 %.0f %.0f\" role=\"img\" font-family=\"DejaVu Sans, Verdana, "
                        + "sans-serif\" font-size=\"11\"><title>%s</title>",
                width,
                height,
                width,
                height,
                escape("search tree of " + tree.graph().name())));
        for (int k : shown) {
            if (k > 0) {
                SearchTree.Node node = nodes.get(k);
                svg.append(String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f,%.1f L%.1f,%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                        x[node.parent()],
                        y(nodes.get(node.parent())) + 31,
                        x[k],
                        y(node) - 11,
                        ChartStyle.GREY,
                        0.8 + 5.0 * node.visits() / tree.simulations()));
            }
        }
        for (int k : shown) {
            box(svg, tree, k, x[k]);
        }
        if (!hidden.isEmpty()) {
            Markup.text(svg, 8, height - 8, "start", ChartStyle.GREY, hidden);
        }
        return svg.append("</svg>").toString();
    }

    private static double y(SearchTree.Node node) {
        return 18 + node.depth() * HIGH;
    }

    /**
     * The most visited nodes whose parents are shown; where positions are merged, a child may have more visits than its
     * parent.
     */
    private static Set<Integer> shown(List<SearchTree.Node> nodes) {
        PriorityQueue<Integer> next = new PriorityQueue<>(
                Comparator.comparingInt((Integer k) -> -nodes.get(k).visits()).thenComparingInt(k -> k));
        next.add(0);
        Set<Integer> shown = new TreeSet<>();
        while (!next.isEmpty() && shown.size() < SHOWN) {
            int node = next.remove();
            shown.add(node);
            IntStream.range(0, nodes.size())
                    .filter(k -> nodes.get(k).parent() == node)
                    .forEach(next::add);
        }
        return shown;
    }

    /** Leaves side by side, a parent in the middle above its children; returns the number of leaves so far. */
    private static int place(int node, List<SearchTree.Node> nodes, Set<Integer> shown, double[] x, int leaves) {
        double first = Double.NaN;
        double last = 0;
        int count = leaves;
        for (int k : shown) {
            if (nodes.get(k).parent() == node) {
                count = place(k, nodes, shown, x, count);
                first = Double.isNaN(first) ? x[k] : first;
                last = x[k];
            }
        }
        if (Double.isNaN(first)) {
            x[node] = 8 + (count + 0.5) * WIDE;
            return count + 1;
        }
        x[node] = (first + last) / 2;
        return count;
    }

    private static void box(StringBuilder svg, SearchTree tree, int k, double x) {
        SearchTree.Node node = tree.nodes().get(k);
        double y = y(node);
        boolean chosen = node.depth() == 1 && node.vertex() == tree.chosen();
        String label = k == 0 ? "start" : String.valueOf(node.vertex());
        svg.append("<g><title>")
                .append(escape(String.format(
                        Locale.ROOT,
                        "%s: prior %.3f, %d visits, %.2f in all",
                        k == 0 ? "start" : "vertex " + label,
                        node.prior(),
                        node.visits(),
                        node.total())))
                .append("</title>");
        if (chosen) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"46\" height=\"28\" rx=\"6\" fill=\"none\" stroke=\"#d55e00\" "
                            + "stroke-width=\"2\"/>",
                    x - 23,
                    y - 14));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"40\" height=\"22\" rx=\"4\" fill=\"%s\"/>",
                x - 20,
                y - 11,
                k == 0 ? "#0072b2" : "#5d6872"));
        Markup.text(svg, x, y + 4, "middle", "#ffffff", label);
        Markup.text(
                svg,
                x,
                y + 26,
                "middle",
                ChartStyle.GREY,
                node.visits() + " · " + String.format(Locale.ROOT, "%.0f", node.total()));
        svg.append("</g>");
    }
}

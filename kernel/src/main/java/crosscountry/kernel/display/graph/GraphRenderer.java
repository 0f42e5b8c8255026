package crosscountry.kernel.display.graph;

import crosscountry.graph.Graph;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;
import java.util.Base64;

/** A graph as a layered picture with its listing. */
public final class GraphRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Graph;
    }

    @Override
    public MimeBundle render(Object value) {
        Graph graph = (Graph) value;
        String svg = GraphPicture.svg(graph);
        return MimeBundle.text(GraphText.of(graph))
                .with("image/svg+xml", svg)
                .with("image/png", Base64.getEncoder().encodeToString(SvgImage.png(svg, 2)));
    }
}

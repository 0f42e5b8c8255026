package crosscountry.kernel.display.graph;

import crosscountry.graph.Graph;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;

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
        return SvgImage.addTo(MimeBundle.text(GraphText.of(graph)), svg);
    }
}

package crosscountry.kernel.display.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.edge.Rules;
import crosscountry.elimination.Linearization;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.kernel.display.SvgImage;
import crosscountry.task.Tasks;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class GraphPictureTest {
    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void everyTaskIsDrawnWithEveryVertexAndEveryEdge() throws Exception {
        for (String task : Tasks.names()) {
            Graph graph = Tasks.graph(task);
            Document picture = parse(GraphPicture.svg(graph));
            int boxes = 0;
            for (int k = 0; k < picture.getElementsByTagName("text").getLength(); k++) {
                boxes += picture.getElementsByTagName("text").item(k).getTextContent().matches("\\d+ .*") ? 1 : 0;
            }
            assertEquals(graph.vertices().size(), boxes, task);
            long edges = Linearization.of(graph, Rules.PUBLISHED).edges().stream()
                    .filter(edge -> edge.target() <= graph.vertices().size()).count();
            assertEquals(edges, picture.getElementsByTagName("polyline").getLength(), task);
        }
    }

    @Test
    void namesAreTextAndNothingElse() throws Exception {
        Graph simple = Tasks.graph("Simple");
        Input evil = new Input(1, "<script>alert('\"')</script>", simple.inputs().get(0).shape());
        Graph graph = new Graph("</svg><script>", List.of(evil, simple.inputs().get(1)), simple.vertices(), simple.outputs(), simple.edges());
        String svg = GraphPicture.svg(graph);
        assertFalse(svg.contains("<script"), svg);
        assertEquals(0, parse(svg).getElementsByTagName("script").getLength());
    }

    @Test
    void degreesStandBesideOpenVertices() throws Exception {
        String svg = GraphPicture.svg(Linearization.of(Tasks.graph("Simple"), Rules.PUBLISHED), true);
        assertTrue(svg.contains("Markowitz degree 4"), svg); // v1 = x1 x2, read by v2 and v3
        assertTrue(svg.contains("Markowitz degree 2"), svg); // v2 = sin v1, read by v3 and v4
    }

    @Test
    void anEliminatedVertexIsNotDrawn() throws Exception {
        Linearization after = Linearization.of(Tasks.graph("Simple"), Rules.PUBLISHED).eliminate(2).after();
        assertFalse(GraphPicture.svg(after, false).contains(">2 sin<"));
    }

    @Test
    void thePngShowsSomething() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(SvgImage.png(GraphPicture.svg(Tasks.graph("RoeFlux_1d")), 2)));
        assertNotNull(image);
        long painted = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                painted += (image.getRGB(x, y) >>> 24) > 128 ? 1 : 0;
            }
        }
        assertTrue(painted > 0.02 * image.getWidth() * image.getHeight());
    }

    @Test
    void aLongChainIsDrawn() throws Exception {
        Graph chain = Graph.of((x, y) -> {
            double z = x;
            for (int k = 0; k < 70; k++) {
                z = Math.sin(z) * y;
            }
            return z;
        });
        assertEquals(211, parse(GraphPicture.svg(chain)).getElementsByTagName("polyline").getLength() + 1);
    }

    @Test
    void theListingReadsAsAProgram() {
        String text = GraphText.of(Tasks.graph("Simple"));
        assertTrue(text.contains("= mul("), text);
        assertTrue(text.contains("v2 = sin(v1)"), text);
        assertTrue(text.endsWith("return v3, v4"), text);
    }

    @Test
    void dotNamesEveryVertex() {
        String dot = GraphDot.of(Tasks.graph("Simple"));
        assertEquals(6, dot.lines().filter(line -> line.contains("shape=")).count());
        assertEquals(6, dot.lines().filter(line -> line.contains("->")).count());
    }
}

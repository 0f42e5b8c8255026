package crosscountry.kernel.display.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.SvgImage;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
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
                boxes += picture.getElementsByTagName("text")
                                .item(k)
                                .getTextContent()
                                .matches("\\d+ .*")
                        ? 1
                        : 0;
            }
            assertEquals(graph.vertices().size(), boxes, task);
            long edges = Linearization.of(graph.withoutEdges(), CostModel.PUBLISHED).edges().stream()
                    .filter(edge -> edge.target() <= graph.vertices().size())
                    .count();
            assertEquals(edges, picture.getElementsByTagName("polyline").getLength(), task);
        }
    }

    @Test
    void namesAreTextAndNothingElse() throws Exception {
        Graph simple = Tasks.graph("Simple");
        Input evil = new Input(
                1, "<script>alert('\"')</script>", simple.inputs().get(0).shape());
        Graph graph = new Graph(
                "</svg><script>",
                List.of(evil, simple.inputs().get(1)),
                simple.vertices(),
                simple.outputs(),
                simple.edges());
        String svg = GraphPicture.svg(graph);
        assertFalse(svg.contains("<script"), svg);
        assertEquals(0, parse(svg).getElementsByTagName("script").getLength());
    }

    @Test
    void degreesStandBesideOpenVertices() throws Exception {
        String svg = GraphPicture.svg(Linearization.of(Tasks.graph("Simple"), CostModel.PUBLISHED), true);
        assertTrue(svg.contains("Markowitz degree 4"), svg); // v1 = x1 x2, read by v2 and v3
        assertTrue(svg.contains("Markowitz degree 2"), svg); // v2 = sin v1, read by v3 and v4
    }

    @Test
    void anEliminatedVertexIsNotDrawn() throws Exception {
        Linearization after = Linearization.of(Tasks.graph("Simple"), CostModel.PUBLISHED)
                .eliminate(2)
                .after();
        assertFalse(GraphPicture.svg(after, false).contains(">2 sin<"));
    }

    @Test
    void thePngShowsSomething() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(SvgImage.png(GraphPicture.svg(Tasks.graph("RoeFlux_1d")), 2)));
        assertNotNull(image);
        long painted = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                painted += (image.getRGB(x, y) >>> 24) > 128 ? 1 : 0;
            }
        }
        assertTrue(painted > 0.02 * image.getWidth() * image.getHeight());
    }

    /** Its file draws the edges into eight results that nobody reads to the first of them. */
    @Test
    void theEdgesOfAFunctionAreThoseOfItsOperands() throws Exception {
        Graph graph = Tasks.graph("BlackScholes_Jacobian");
        Set<String> drawn = new HashSet<>();
        NodeList titles = parse(GraphPicture.svg(graph)).getElementsByTagName("title");
        for (int k = 0; k < titles.getLength(); k++) {
            drawn.add(titles.item(k).getTextContent().replaceAll(":.*", ""));
        }
        for (Edge edge : InitialEdges.of(graph, CostModel.ALGEBRA)) {
            if (!graph.vertex(edge.target()).operands().contains(new Operand.Ref(edge.source()))) {
                assertFalse(drawn.contains(GraphText.name(graph, edge.source()) + " to v" + edge.target()));
            }
        }
        for (Edge edge : InitialEdges.of(graph.withoutEdges(), CostModel.ALGEBRA)) {
            assertTrue(drawn.contains(GraphText.name(graph, edge.source()) + " to v" + edge.target()), edge::toString);
        }
    }

    @Test
    void inputsOfALayerStandInTheirOrder() throws Exception {
        Graph graph = Trace.of(x -> new double[] {x[2] * x[3], x[1] + x[0], x[4] * x[1] - x[2] * x[0]}, 5);
        NodeList texts = parse(GraphPicture.svg(graph)).getElementsByTagName("text");
        TreeMap<Double, TreeMap<Double, String>> columns = new TreeMap<>();
        for (int k = 0; k < texts.getLength(); k++) {
            var place = texts.item(k).getAttributes();
            if (texts.item(k).getTextContent().startsWith("x[")) {
                columns.computeIfAbsent(Double.valueOf(place.getNamedItem("x").getNodeValue()), key -> new TreeMap<>())
                        .put(
                                Double.valueOf(place.getNamedItem("y").getNodeValue()),
                                texts.item(k).getTextContent());
            }
        }
        columns.values().forEach(column -> {
            List<String> names = List.copyOf(column.values());
            assertEquals(names.stream().sorted().toList(), names);
        });
    }

    @Test
    void aLongChainIsDrawn() throws Exception {
        Graph chain = Trace.of((x, y) -> {
            double z = x;
            for (int k = 0; k < 70; k++) {
                z = Math.sin(z) * y;
            }
            return z;
        });
        assertEquals(
                211,
                parse(GraphPicture.svg(chain)).getElementsByTagName("polyline").getLength()
                        + 1); // 140 of sin and of products, 70 of y
    }

    private static List<String> words(String svg) throws Exception {
        NodeList texts = parse(svg).getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(k -> texts.item(k).getTextContent())
                .toList();
    }

    @Test
    void aLongLoopIsOneBoxWithItsBody() throws Exception {
        assertEquals(
                List.of("x1", "1,500 times", "\u00d7 sin \u00d7 +", "f:4"),
                words(GraphPicture.svg(Programs.sine(1500))));
        assertEquals(
                List.of("x1", "15,000 times", "\u00d7 sin \u00d7 +", "f:4"),
                words(GraphPicture.svg(Programs.sine(15_000))));
        List<String> lorenz = words(GraphPicture.svg(Programs.lorenz(1000)));
        assertEquals(
                List.of(
                        "1,000 times",
                        "\u2212 \u00d7 \u2212 \u00d7 \u2212 \u00d7 \u00d7 \u2212 \u00d7 + \u00d7 + \u00d7 +",
                        "f:5-10"),
                lorenz.subList(3, 6));
        assertEquals(
                List.of("34 times", "3 to 36 times (\u00d7 +) sin", "f:5-8"),
                words(GraphPicture.svg(Programs.triangle(34))).subList(2, 5));
    }

    @Test
    void whatStandsBesideALoopIsDrawnBesideIt() throws Exception {
        List<String> words = words(GraphPicture.svg(Programs.mixed(20, 500)));
        assertEquals(
                List.of("20 sin", "500 times", "exp +", "f:1000-1001", "1021 cos"),
                words.subList(words.size() - 5, words.size()));
        assertEquals(2 + 20 + 3 + 1, words.size());
        assertTrue(GraphText.of(Programs.mixed(20, 500))
                .contains("  500 times, at first:\n    v21 = exp(v20)   # f:1000\n"
                        + "    v22 = add(v21, x2)   # f:1001\n  v1021 = cos("));
    }

    @Test
    void aLargeGraphWithoutRepetitionIsDrawnAsLayers() throws Exception {
        Graph random = Programs.random(3000, 40, 1);
        String svg = GraphPicture.svg(random);
        assertTrue(
                words(svg).get(0).matches("3,000 vertices in \\d+ layers, at most \\d+ in one"),
                words(svg).get(0));
        assertTrue(svg.length() < 40_000, () -> svg.length() + " signs");
        assertTrue(words(GraphPicture.svg(Programs.mixed(200, 3)))
                .get(0)
                .startsWith("207 vertices in 207 layers, at most 1 in one"));
        assertNotNull(ImageIO.read(new ByteArrayInputStream(SvgImage.png(svg, 2))));
    }

    @Test
    void everyTextFitsAScreenOrTwo() {
        for (Graph graph : List.of(
                Programs.sine(500),
                Programs.lorenz(100),
                Programs.triangle(34),
                Programs.random(3000, 40, 1),
                Programs.random(150, 150, 2),
                Programs.mixed(200, 3),
                Tasks.graph("RoeFlux_3d"))) {
            assertTrue(GraphText.of(graph).lines().count() <= 60, GraphText.of(graph));
            assertTrue(GraphCells.of(graph, 100).lines().count() <= 60, GraphCells.of(graph, 100));
        }
    }

    @Test
    void theLoopsFoundAreTheWholeProgram() {
        for (long seed = 1; seed <= 200; seed++) {
            Random chance = new Random(seed);
            List<Vertex> program = new ArrayList<>();
            List<Vertex> lines = Programs.sine(2).vertices();
            for (int k = 0; k < 300; k++) {
                program.add(lines.get(chance.nextInt(2 + (int) (seed % 3))));
            }
            List<Part> parts = Parts.of(program);
            List<Vertex> unrolled = new ArrayList<>();
            parts.forEach(part -> unroll(part, program, unrolled));
            assertEquals(
                    program.stream().map(Vertex::primitive).toList(),
                    unrolled.stream().map(Vertex::primitive).toList());
        }
    }

    /** Counts that differ inside of a loop are taken from the program. */
    private static void unroll(Part part, List<Vertex> program, List<Vertex> into) {
        if (part instanceof Part.Loop loop && loop.body().stream().allMatch(Part.One.class::isInstance)) {
            for (int k = 0; k < loop.low(); k++) {
                into.addAll(loop.vertices());
            }
            assertEquals(loop.size(), loop.low() * loop.body().size());
        } else if (part instanceof Part.Loop loop) {
            into.addAll(program.subList(into.size(), into.size() + loop.size()));
        } else {
            into.addAll(part.vertices());
        }
    }

    @Test
    void anInterruptEndsALayout() throws Exception {
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread drawing = new Thread(() -> GraphPicture.svg(Programs.random(150, 20, 1)));
        drawing.setUncaughtExceptionHandler((thread, thrown) -> ended.set(thrown));
        drawing.start();
        drawing.interrupt();
        drawing.join(10_000);
        assertFalse(drawing.isAlive());
        assertEquals("the layout was interrupted", ended.get().getMessage());
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

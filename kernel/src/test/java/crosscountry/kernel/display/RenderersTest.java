package crosscountry.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.kernel.display.jacobian.BatchTable;
import crosscountry.kernel.display.jacobian.JacobianTable;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
    private static final String HOSTILE = "]]><script>alert(1)</script><img src=x onerror=\"alert(2)\">&amp;";
    private final Renderers renderers = Renderers.load(Renderers.class.getClassLoader());

    private String text(Object value) {
        return (String) renderers.render(value).data().get("text/plain");
    }

    /** The picture's SVG, parsed, beside its PNG of twice the size. */
    private String pictured(Object value) throws Exception {
        MimeBundle bundle = renderers.render(value);
        assertEquals(
                Set.of("text/plain", "image/svg+xml", "image/png"),
                bundle.data().keySet());
        String svg = (String) bundle.data().get("image/svg+xml");
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes("UTF-8")))
                .getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals(
                0,
                root.getElementsByTagName("script").getLength()
                        + root.getElementsByTagName("img").getLength());
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode((String) bundle.data().get("image/png"))));
        assertTrue(png.getWidth() > 100 && png.getHeight() > 50);
        return svg;
    }

    private static Graph renamed(Graph graph, String name) {
        List<Input> inputs = graph.inputs().stream()
                .map(input -> new Input(input.id(), name + input.id(), input.shape()))
                .toList();
        return new Graph(name, inputs, graph.vertices(), graph.outputs(), graph.edges());
    }

    @Test
    void anEliminationIsShownBesideThePublishedCountsOfTheStandardOrders() throws Exception {
        Graph roe = Tasks.graph("RoeFlux_1d");
        Elimination reverse = Elimination.run(roe, CostModel.PUBLISHED, Orders.reverse(roe));
        // the published baselines of the paper's table
        assertTrue(text(reverse)
                .startsWith("RoeFlux_1d: 364 multiplications (published) in 98 steps; "
                        + "forward 620, reverse 364, Markowitz 407"));
        assertTrue(pictured(reverse).contains("<title>RoeFlux_1d: 364 multiplications"));
    }

    @Test
    void aStateSaysWhatIsOpenAndAFinishedOneThatItIsTheJacobian() throws Exception {
        Linearization start = Linearization.of(Tasks.graph("Simple"), CostModel.PUBLISHED);
        assertTrue(text(start).endsWith("v1:4 v2:2"));
        pictured(start);
        var second = start.eliminate(2);
        assertTrue(text(second).startsWith("vertex 2: 2 multiplications"));
        assertTrue(text(second.after().eliminate(1))
                .contains("nothing is left to eliminate, its 4 edges are the Jacobian"));
    }

    @Test
    void aJacobianShowsItsEntriesAndWhatIsNoNumber() throws Exception {
        Graph simple = Tasks.graph("Simple");
        Jacobian good = Jacobians.of(simple, Order.of(2, 1)).at(1, 2);
        assertTrue(pictured(good).contains("y1 by x: "));
        Jacobian bad = Jacobians.of(simple, Order.of(2, 1)).at(0, Double.NaN);
        assertTrue(pictured(bad).contains("NaN"));
        Table table = JacobianTable.of(good);
        assertEquals(List.of("output", "value", "d/dx", "d/dy"), table.columnNames());
        assertEquals(good.matrix()[1][0], table.doubleColumn("d/dx").getDouble(1));
    }

    @Test
    void anEntryThatHappensToBeZeroIsToldApartFromOneThatAlwaysIs() throws Exception {
        Graph graph = Trace.of((x, y) -> x * y);
        Jacobian jacobian = Jacobians.of(graph, Orders.reverse(graph)).at(0, 3); // dy1/dx = 3, dy1/dy = 0
        String svg = pictured(jacobian);
        assertTrue(
                svg.contains("y1 by x: 3.0")
                        && svg.contains("y1 by y: 0 at this point")
                        && svg.contains("hollow: 0 at this point"),
                svg);
        assertTrue(text(jacobian).contains("1 non-zero entries (2 by structure)"), text(jacobian));
        Graph robot = Tasks.graph("RobotArm_6DOF");
        Jacobian sparse = Jacobians.of(robot, Orders.reverse(robot)).at(.1, .2, .3, .4, .5, .6);
        assertTrue(sparse.structuralNonZeros() < 36 && sparse.structuralNonZeros() >= sparse.nonZeros());
        assertFalse(pictured(sparse).contains("at this point"));
    }

    @Test
    void namesOfUsersAreOnlyEverText() throws Exception {
        Graph hostile = renamed(Tasks.graph("Simple"), HOSTILE);
        Order order = Order.of(2, 1);
        pictured(Elimination.run(hostile, CostModel.PUBLISHED, order));
        pictured(Linearization.of(hostile, CostModel.PUBLISHED));
        pictured(Jacobians.of(hostile, order).at(1, 2));
        Table table = Table.create(HOSTILE, StringColumn.create(HOSTILE, HOSTILE));
        String html = (String) renderers.render(table).data().get("text/html");
        assertFalse(html.contains("<script") || html.contains("<img"), html);
        XYChart chart = new XYChartBuilder().title(HOSTILE).build();
        chart.addSeries("s", new double[] {1, 2});
        pictured(chart);
    }

    @Test
    void anArrayOfNd4jShowsItsTypeShapeAndEntries() {
        MimeBundle matrix = renderers.render(Nd4j.create(new double[][] {{1, 0.1}, {Double.NaN, -3e-7}}));
        assertTrue(
                ((String) matrix.data().get("text/plain")).startsWith("DOUBLE [2, 2]\n[["),
                matrix.data().toString());
        String html = (String) matrix.data().get("text/html");
        assertTrue(html.contains(">0.1</td>") && html.contains(">NaN</td>") && html.contains(">-3.0E-7</td>"), html);
        assertTrue(((String)
                        renderers.render(Nd4j.create(new float[] {0.1f})).data().get("text/html"))
                .contains(">0.1</td>"));
        String large = (String)
                renderers.render(Nd4j.zeros(DataType.INT32, 300, 40)).data().get("text/html");
        assertEquals(100 * 20, large.split(">0</td>").length - 1);
        assertTrue(large.contains("the first 100 x 20 of 300 x 40"), large.substring(large.length() - 100));
        assertEquals(
                Set.of("text/plain"),
                renderers.render(Nd4j.zeros(2, 3, 4)).data().keySet());
        assertTrue(text(Nd4j.scalar(2.5)).startsWith("DOUBLE []\n2.5"), text(Nd4j.scalar(2.5)));
    }

    @Test
    void aLongTableIsCutAndSaysSo() {
        Table table = Table.create("t", StringColumn.create("c", java.util.Collections.nCopies(250, "x")));
        String html = (String) renderers.render(table).data().get("text/html");
        assertEquals(101, html.split("<tr>").length - 1);
        assertTrue(html.contains("the first 100 of 250 rows"));
        assertTrue(text(table).endsWith("left out: 150 of 250 rows"), text(table));
    }

    @Test
    void whatIsNotFiniteIsAWordInItsCell() throws Exception {
        Table table = Table.create(
                "t",
                StringColumn.create("name", "a", "b", "c"),
                DoubleColumn.create("x", Double.NaN, Double.NEGATIVE_INFINITY, 1.5),
                FloatColumn.create("y", 2f, Float.NaN, Float.POSITIVE_INFINITY));
        String html = (String) renderers.render(table).data().get("text/html");
        assertTrue(
                html.contains(">NaN</td>")
                        && html.contains(">-∞</td>")
                        && html.contains(">∞</td>")
                        && !html.contains("></td>"),
                html);
        List<String> lines = text(table).lines().toList();
        assertTrue(lines.get(lines.size() - 3).matches(" +a +\\| +NaN +\\| +2(\\.0)? +\\|"), text(table));
        assertTrue(lines.get(lines.size() - 2).matches(" +b +\\| +-∞ +\\| +NaN +\\|"), text(table));
        Graph log = Trace.of((x, y) -> Math.log(x) * y);
        JacobianPlan plan = Jacobians.of(log, Orders.reverse(log));
        String entries = (String) renderers
                .render(JacobianTable.of(plan.at(-1, 2)))
                .data()
                .get("text/html"); // log(-1) is NaN, d/dx = y/x = -2
        assertTrue(
                entries.contains(">NaN</td>")
                        && entries.contains(">-2</td>") | entries.contains(">-2.0</td>")
                        && !entries.contains("></td>"),
                entries);
        String batch = (String) renderers
                .render(BatchTable.of(plan.batch(new double[][] {{-1, 2}, {-2, 2}})))
                .data()
                .get("text/html");
        assertTrue(batch.contains(">NaN</td>") && !batch.contains("></td>"), batch);
        assertTrue(pictured(plan.at(-1, 2)).contains("; crossed: not finite")
                && !pictured(plan.at(1, 2)).contains("crossed"));
    }
}

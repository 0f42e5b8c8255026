package crosscountry.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.SessionFixture;
import crosscountry.search.SearchResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphCommandsTest extends SessionFixture {
    @BeforeAll
    void open() throws CellException {
        run("""
                %%graph simple
                double[] simple(double x, double y) {
                    double z = x * y;
                    double w = Math.sin(z);
                    return new double[] {w + z, Math.log(w)};
                }""");
    }

    @Test
    void aGraphIsTracedNamedAndItsMethodStaysCallable() throws Exception {
        Graph simple = (Graph) session.context().variable("simple").orElseThrow();
        assertEquals("simple", simple.name());
        assertEquals(
                List.of("simple:3", "simple:4", "simple:5", "simple:5"),
                simple.vertices().stream()
                        .map(vertex -> vertex.source().orElseThrow().toString())
                        .toList());
        assertEquals(Math.sin(6) + 6, ((double[]) run("simple(2, 3)"))[0]);
    }

    @Test
    void recordsHelpersLoopsArraysAndIntegersOfACellAreTraced() throws Exception {
        Graph graph = (Graph) run("""
                        %%graph g --size 3 --with n=2
                        record Pair(double a, double b) {}
                        double power(double[] v, int n) {
                            double s = v[0];
                            for (int i = 1; i < v.length; i++) s += Math.pow(v[i], n);
                            return s;
                        }
                        double g(double[] v, int n) {
                            Pair p = new Pair(v[0], power(v, n));
                            return p.a() * p.b();
                        }""");
        assertEquals(
                List.of("INTEGER_POW", "ADD", "INTEGER_POW", "ADD", "MUL"),
                graph.vertices().stream().map(Vertex::primitive).map(Enum::name).toList());
        assertEquals(
                List.of("v[0]", "v[1]", "v[2]"),
                graph.inputs().stream().map(input -> input.name()).toList());
    }

    private List<String> primitives(String cell) throws CellException {
        return ((Graph) run(cell))
                .vertices().stream().map(Vertex::primitive).map(Enum::name).toList();
    }

    @Test
    void aParameterIsBoundToAnyJavaValue() throws Exception {
        run("enum Kind { SIN, COS }");
        String turned = "static double turned(double x, Kind k) { return k == Kind.SIN ? Math.sin(x) : Math.cos(x); }";
        assertEquals(List.of("SIN"), primitives("%%graph turned --with k=Kind.SIN\n" + turned));
        assertEquals(List.of("COS"), primitives("%%graph turned --with k=Kind.values()[1]\n" + turned));
        String weighed = """
                static double weighed(double x, double[] w, int n, String how) {
                    return how.equals("a b") ? x * (w[0] + n) : how.equals("slow") ? x / w[1] : -x;
                }""";
        assertEquals(
                List.of("MUL"),
                primitives("%%graph weighed --with w=(new double[] {1, 2}),n=3,how=List.of(\"a b\",\"c\").get(0)\n"
                        + weighed));
        assertEquals(
                List.of("DIV"),
                primitives("%%graph weighed --with \"w=new double[] {1, 2}, n = 3, how = slow\"\n" + weighed));
        assertEquals(
                List.of("NEG"),
                primitives("%%graph weighed --with w=weights,n=1<<2,how=data/file.txt\n"
                        + "double[] weights = {1, 2};\n" + weighed));
        assertTrue(failure("%%graph turned --with k=Kind.TAN\n" + turned)
                .contains("k=Kind.TAN in --with has no value: cannot find symbol"));
        assertTrue(failure("%%graph turned --with Kind.SIN\n" + turned)
                .contains("--with takes parameter=value, not \"Kind.SIN\""));
        assertTrue(failure("%%graph turned --with k=null\n" + turned).contains("null, which cannot be bound"));
    }

    @Test
    void theTracedMethodIsTheOneThatJavaDeclaresLast() throws Exception {
        assertEquals(List.of("SIN"), primitives("""
                        %%graph wave
                        // double wave(double x) { return x; }
                        /* double other(double x) { */
                        @SuppressWarnings("a(b) {")
                        <T extends Comparable<T>> double
                            sine(double x) throws IllegalStateException { String s = "double last(double y) {"; \
                        return Math.sin(x); }
                        record Point(double a) {
                            double inner(double x) { return a * x; }
                        }"""));
        assertEquals(
                "%%graph found no method below it; write one, for instance double f(double x) { return x * x; }",
                failure("""
                        %%graph none
                        record Point(double a) {
                            double inner(double x) { return a * x; }
                        }"""));
    }

    @Test
    void aMethodOnTensorsIsTracedByItsShapes() throws Exception {
        Graph graph = (Graph) run("""
                %%graph energy --shape 3,3x3
                Var energy(Var x, Var a) {
                    return x.dot(a.dot(x)).times(0.5);
                }""");
        assertEquals(
                List.of("DOT_GENERAL", "DOT_GENERAL", "MUL"),
                graph.vertices().stream().map(Vertex::primitive).map(Enum::name).toList());
        run("""
                %%graph deep --shape 2x3x2,2x2x3
                Var deep(Var x, Var y) {
                    return x.matmul(y).sin().sum(0);
                }""");
        assertTrue(run("%order deep").toString().contains("reverse"));
        assertEquals(
                "the game on the page plays values of up to two axes; deep has values with more",
                failure("%play deep").replaceFirst("^[^:]*: ", ""));
        assertTrue(failure("""
                %%graph energy --shape 3
                Var energy(Var x, Var a) {
                    return x;
                }""").contains("one parameter of type Var for each of the 1 shapes"));
        assertTrue(failure("""
                %%graph energy --shape 3,q
                Var energy(Var x, Var a) {
                    return x;
                }""").contains("--shape takes shapes such as"));
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        String product = "double product(double[] x) { return x[0] * x[1]; }";
        assertTrue(failure("%%graph product --shape 2 --size 2\n" + product).contains("do not go with it"));
        assertEquals(
                "%%graph: --size takes whole numbers with commas between them, not \"2.5\"",
                failure("%%graph product --size 2.5\n" + product));
        assertEquals(
                "%%graph: --at takes numbers with commas between them, not \"1,b\"",
                failure("%%graph product --size 2 --at 1,b\n" + product));
        assertTrue(failure("%jacobian simple --at 1,2 --table --pattern").contains("exclude each other"));
        assertEquals(
                "%order takes no cell below it; written with one percent sign, it leaves the lines below to Java",
                failure("%%order simple\nint lost = 1;"));
    }

    @Test
    void aFunctionThatBranchesHasOneGraphAPath() throws Exception {
        String body = """
                double h(double x) {
                    if (x > 0) {
                        return x * x;
                    }
                    return -x;
                }""";
        assertEquals(
                "NEG",
                ((Graph) run("%%graph h --at -2\n" + body))
                        .vertices()
                        .get(0)
                        .primitive()
                        .name());
        assertTrue(
                frontend.printed.toString().contains("this is the path for x <= 0 or NaN at h:3"),
                frontend.printed.toString());
        assertEquals(
                "MUL",
                ((Graph) run("%%graph h\n" + body))
                        .vertices()
                        .get(0)
                        .primitive()
                        .name());
        assertEquals(6.0, ((Jacobian) run("%jacobian h --at 3")).matrix()[0][0]);
        assertEquals(-1.0, ((Jacobian) run("%jacobian h --at -3")).matrix()[0][0]);
        Table paths = (Table) run("%paths h");
        assertEquals(
                List.of("x > 0 at h:3", "x <= 0 or NaN at h:3"),
                paths.stringColumn("conditions").asList());
        assertEquals(
                "NEG",
                ((Graph) run("%paths h --path 2 --to below"))
                        .vertices()
                        .get(0)
                        .primitive()
                        .name());
        assertEquals("below", ((Graph) session.context().variable("below").orElseThrow()).name());
        assertTrue(failure("%paths h --path 3").contains("has the paths 1 to 2 so far, not 3"));
        assertTrue(failure("%paths RoeFlux_1d --at 1").contains("the point has 1 numbers"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(failure("""
                %%graph broken
                double broken(double x) {
                    return x * nowhere;
                }""").contains("variable nowhere"));
        assertTrue(failure("""
                %%graph broken
                double broken(double x) {
                    return x *;
                }""").contains("line 3"));
        assertTrue(failure("""
                        %%graph
                        double k(double x) { return x; }""").startsWith("%%graph needs NAME: %%graph NAME ["));
        assertTrue(failure("""
                %%graph empty
                int a = 1;""").contains("found no method"));
    }

    @Test
    void graphsListsTheSessionsAndTheTasksWithThePublishedCounts() throws Exception {
        Table table = (Table) run("%graphs");
        Table roe = table.where(table.stringColumn("graph").isEqualTo("RoeFlux_1d"));
        assertEquals(
                List.of(620L, 364L, 407L),
                List.of(
                        roe.longColumn("forward").get(0),
                        roe.longColumn("reverse").get(0),
                        roe.longColumn("Markowitz").get(0)));
        assertTrue(table.stringColumn("graph").contains("simple"));
    }

    @Test
    void orderCountsAndKeepsOrders() throws Exception {
        Table table = (Table) run("%order simple");
        assertEquals(List.of(8L, 6L, 6L), table.longColumn(1).asList());
        run("%order RoeFlux_1d --best-of 20 --seed 3 --to kept");
        Order kept = (Order) session.context().variable("kept").orElseThrow();
        assertEquals(98, kept.vertices().size());
        assertTrue(((Elimination) run("%eliminate RoeFlux_1d kept")).total() <= 407);
        assertTrue(failure("%order simple 1").contains("it leaves vertices 2"));
        assertTrue(failure("%order simple --best-of none").contains("whole number from 1"));
        assertTrue(failure("%order simple --cost money").contains("costs are published, algebra"));
    }

    @Test
    void whatTheCommandLineHadTheNotebookHasToo(@TempDir Path folder) throws Exception {
        Table second = (Table) run("%order simple reverse");
        Table option = (Table) run("%order simple --order reverse");
        assertEquals(second.longColumn(1).asList(), option.longColumn(1).asList());
        run("%order simple --best-of 2 --seed 123456789012");
        Path dot = folder.resolve("simple.dot");
        assertEquals("simple", ((Graph) run("%graph simple --dot \"" + dot + "\"")).name());
        assertTrue(Files.readString(dot).contains("digraph"));
        assertTrue(failure("%graph nowhere").contains("%%graph on the first line of a cell traces the Java below it"));
        assertTrue(run("%jacobian simple --latex").toString().contains("align*"));
        assertEquals("%jacobian needs a point: --at POINT", failure("%jacobian simple --check"));
        assertTrue(failure("%jacobian simple").contains("needs a point"));
    }

    @Test
    void eliminateShowsWholeOrdersAndStates() throws Exception {
        assertEquals(8, ((Elimination) run("%eliminate simple forward")).total());
        Linearization state = (Linearization) run("%eliminate simple 2");
        assertEquals(java.util.Set.of(1), state.open());
        assertEquals(
                "vertex 3 is an output and cannot be eliminated; open vertices: 1, 2", failure("%eliminate simple 3"));
        assertTrue(failure("%eliminate Nowhere forward")
                .matches("\"Nowhere\" is neither a graph nor a graph file; nearest are \\S+, \\S+, \\S+"
                        + " \\(%graphs lists all\\)"));
    }

    @Test
    void jacobianTakesAPointInEveryFormAndChecksItself(@TempDir Path folder) throws Exception {
        Jacobian numbers = (Jacobian) run("%jacobian simple --at 0.7,1.1 --check");
        assertEquals(1.1 * Math.cos(0.77) + 1.1, numbers.matrix()[0][0], 1e-15);
        assertTrue(frontend.printed.toString().contains("largest difference from central differences of the "));
        Path file = Files.writeString(folder.resolve("point.json"), "[0.7, 1.1]");
        run("double[] here = {0.7, 1.1};");
        for (String at : List.of("here", "\"" + file + "\"")) {
            assertEquals(
                    numbers.matrix()[1][1],
                    ((Jacobian) run("%jacobian simple --order forward --at " + at)).matrix()[1][1],
                    1e-15);
        }
        assertTrue(run("%jacobian simple --at here --table --to kept2") instanceof Table);
        assertTrue(session.context().variable("kept2").orElseThrow() instanceof Jacobian);
        assertEquals("the point has 1 numbers; simple needs 2: x[], y[]", failure("%jacobian simple --at 1"));
        assertTrue(failure("%jacobian simple --at here --dtype float16").contains("float64 or float32"));
    }

    @Test
    void searchFindsTheOptimumOfASmallTaskAndKeepsIt() throws Exception {
        frontend.shown.clear();
        SearchResult result = (SearchResult) run("%search HumanHeartDipole --seconds 20 --threads 1 --to cheap");
        assertEquals(148, result.total());
        assertTrue(result.optimal());
        assertTrue(frontend.lastText().contains("148 multiplications (published) by portfolio, optimal"));
        assertEquals(148, ((Elimination) run("%eliminate HumanHeartDipole cheap")).total());
        assertTrue(session.render(result).data().containsKey("image/svg+xml"));
        assertTrue(failure("%search simple --method magic").contains("methods are portfolio"));
        assertTrue(failure("%search simple --seconds none").contains("a number above 0"));
    }

    @Test
    void anInterruptOfASearchKeepsItsBest() throws Exception {
        Thread later = new Thread(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            session.interrupt();
        });
        later.start();
        SearchResult result = (SearchResult) run("%search RoeFlux_1d --seconds 600");
        later.join();
        assertTrue(result.total() <= 364 && result.seconds() < 60);
    }

    @Test
    void completionOffersGraphsOrdersAndOptions() {
        assertEquals(List.of("simple"), completed("%order sim"));
        assertEquals(List.of("reverse"), completed("%eliminate simple rev"));
        assertEquals(List.of("--dtype"), completed("%jacobian simple --d"));
    }

    @Test
    void everyFlagOfEveryCommandIsCompletedUntilItIsThere() {
        int flags = 0;
        for (Command command : session.context().commands().values()) {
            for (String word : command.synopsis().split("[\\s\\[\\]]+")) {
                if (word.matches("--[a-z-]+")) {
                    flags++;
                    assertTrue(completed("%" + command.name() + " x --").contains(word), command.name() + " " + word);
                    assertFalse(
                            completed("%" + command.name() + " x " + word + " 1 --")
                                    .contains(word),
                            command.name() + " " + word);
                }
            }
        }
        assertTrue(flags > 35, "only " + flags + " flags");
    }

    @Test
    void valuesOfFlagsAreCompletedByWhatTheyMayBe() throws Exception {
        run("""
                Order best = Order.of(2, 1);
                double[] here = {0.7, 1.1};""");
        assertEquals(List.of("float64", "float32"), completed("%jacobian simple --dtype "));
        assertEquals(List.of("best"), completed("%jacobian simple --order be"));
        assertEquals(List.of("here"), completed("%jacobian simple --at h"));
        assertEquals(List.of("best"), completed("%play simple b"));
        assertEquals(List.of("published"), completed("%order simple --cost p"));
        assertEquals(List.of("lns"), completed("%search simple --method ln"));
        assertEquals(List.of("paper"), completed("%train simple --preset p"));
        assertEquals(List.of(), completed("%search simple --seconds "));
        assertEquals(List.of("best"), completed("%reset be"));
        assertEquals(List.of("simple"), completed("%train sim"));
        assertEquals(List.of("pom.xml"), completed("%load po"));
        assertEquals(List.of("src/main/"), completed("%order simple --write src/ma"));
        assertTrue(completed("%time Math.sq").contains("sqrt("));
        assertEquals(List.of("pause"), completed("%jobs p"));
    }

    private List<String> completed(String line) {
        return session.assist().complete(line, line.length()).matches();
    }

    @Test
    void aBatchIsShownByItsMeanAndATableOfEveryEntry() throws Exception {
        Table table = (Table) run("%jacobian simple --at 0.7,1.1 --batch 50");
        assertEquals(List.of("entry", "mean", "deviation", "least", "largest", "not finite"), table.columnNames());
        assertEquals(
                List.of("y1", "y2", "dy1/dx", "dy1/dy", "dy2/dx", "dy2/dy"),
                table.stringColumn(0).asList());
        assertTrue(
                table.doubleColumn("least").get(2) < table.doubleColumn("mean").get(2)
                        && table.doubleColumn("mean").get(2)
                                < table.doubleColumn("largest").get(2));
    }

    @Test
    void derivativeCodeIsWrittenAndShown() throws Exception {
        Path folder = Files.createTempDirectory("java");
        run("%jacobian simple --at 0.7,1.1 --order best --java " + folder.resolve("Simple.java"));
        assertTrue(Files.readString(folder.resolve("Simple.java")).contains("public final class Simple {"));
        assertTrue(run("%jacobian simple --at 0.7,1.1 --latex").toString().contains("align*"));
        assertEquals(
                "2 x 2, 4 entries stored (100.0 %)",
                new crosscountry.kernel.display.jacobian.PatternRenderer()
                        .render(run("%jacobian simple --at 0.7,1.1 --pattern"))
                        .data()
                        .get("text/plain"));
        assertTrue(failure("%jacobian simple --at 0.7,1.1 --java notes.txt")
                .contains("--java takes a file named like its class"));
    }

    @Test
    void runTimeIsACostToSearchFor() throws Exception {
        Object found = run("%search simple --cost runtime --seconds 0.5 --to fast");
        assertTrue(found instanceof crosscountry.tuning.RuntimeResult, String.valueOf(found));
        assertEquals(
                2,
                ((crosscountry.elimination.Order)
                                session.context().variable("fast").orElseThrow())
                        .vertices()
                        .size());
        assertTrue(failure("%search simple --cost runtime --method beam").contains("do not go with --cost runtime"));
    }
}

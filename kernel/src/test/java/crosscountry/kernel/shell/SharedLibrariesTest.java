package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cells see of the kernel's libraries, and that these work there although what is behind them is hidden. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLibrariesTest extends SessionFixture {
    @BeforeAll
    void open() {
        session.settle();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.common.collect.ImmutableList",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.objectweb.asm.ClassReader",
                "org.apache.commons.lang3.StringUtils",
                "org.apache.commons.math3.complex.Complex",
                "org.eclipse.aether.artifact.DefaultArtifact",
                "com.google.gson.Gson",
                "org.slf4j.Logger",
                "org.zeromq.ZContext",
                "org.eclipse.elk.graph.ElkNode",
                "javax.inject.Inject"
            })
    void theKernelsOwnLibrariesAreNeitherCompiledAgainstNorLoadedNorFoundAsFiles(String type) throws Exception {
        Class.forName(type, false, Session.class.getClassLoader()); // the kernel has it
        String message = failure("Class<?> hidden = " + type + ".class;");
        assertTrue(message.contains("cannot find symbol") || message.contains("does not exist"), message);
        assertEquals(
                "java.lang.ClassNotFoundException",
                assertThrows(CellException.class, () -> run("Class.forName(\"" + type + "\")"))
                        .kind());
        String file = type.replace('.', '/') + ".class";
        assertNull(session.context().classLoader().getResource(file));
        assertNull(run("Thread.currentThread().getContextClassLoader().getResource(\"" + file + "\")"));
        assertEquals(
                List.of(),
                session.assist().complete(type + ".", type.length() + 1).matches());
    }

    @Test
    void theirServicesAreNotThereEither() throws Exception {
        assertTrue(
                Session.class.getClassLoader().getResource("META-INF/services/com.fasterxml.jackson.core.JsonFactory")
                        != null);
        assertNull(session.context()
                .classLoader()
                .getResource("META-INF/services/com.fasterxml.jackson.core.JsonFactory"));
        assertTrue(session.context().classLoader().getResource("META-INF/services/crosscountry.kernel.command.Command")
                != null);
    }

    @Test
    void completionOffersSharedPackagesAndNoHiddenOnes() throws Exception {
        run("1 + 1"); // packages are listed in the background from then on
        for (int k = 0;
                k < 600
                        && session.assist()
                                .complete("import tech.", 12)
                                .matches()
                                .isEmpty();
                k++) {
            Thread.sleep(50);
        }
        assertEquals(
                List.of("tablesaw."),
                session.assist().complete("import tech.", 12).matches().stream()
                        .filter(name -> name.startsWith("t"))
                        .toList());
        for (String hidden : List.of(
                "import com.fasterxml.",
                "import com.google.common.",
                "import com.google.",
                "import org.tensorf",
                "import org.objectweb.",
                "import zmq.")) {
            assertEquals(
                    List.of(),
                    session.assist().complete(hidden, hidden.length()).matches(),
                    hidden);
        }
        assertEquals(List.of(), session.assist().complete("new ObjectMapp", 14).matches());
    }

    @Test
    void theClassesOfTheJdkAreAllThereThoseOfTheCompilerToo() throws Exception {
        assertSame(javax.tools.ToolProvider.class, run("javax.tools.ToolProvider.class"));
        assertSame(com.sun.source.tree.Tree.class, run("com.sun.source.tree.Tree.class"));
        assertSame(java.sql.Connection.class, run("java.sql.Connection.class"));
        assertEquals(true, run("javax.tools.ToolProvider.getSystemJavaCompiler() != null"));
    }

    @Test
    void tablesawReadsGroupsFiltersAndJoins() throws Exception {
        run("""
                import tech.tablesaw.aggregate.AggregateFunctions;
                import tech.tablesaw.selection.Selection;
                import tech.tablesaw.io.csv.*;
                String csv = "name,x,day\\na,1.5,2024-01-02\\nb,2.5,2024-01-03\\na,,2024-01-04\\n";
                Table t = Table.read().csv(CsvReadOptions.builderFromString(csv));""");
        assertEquals(3, run("t.rowCount()"));
        assertEquals(1, run("t.doubleColumn(\"x\").countMissing()"));
        assertEquals(2, run("""
                        var isA = t.stringColumn("name").isEqualTo("a");
                        var isLater = t.dateColumn("day").isAfter(java.time.LocalDate.of(2024, 1, 1));
                        t.where(isA.and(isLater)).rowCount()"""));
        assertEquals(
                2, run("t.summarize(\"x\", AggregateFunctions.mean, AggregateFunctions.sum).by(\"name\").rowCount()"));
        assertEquals(3, run("""
                        Selection s = Selection.with(0, 2).or(Selection.withRange(1, 2));
                        int n = 0;
                        for (int i : s) n++;
                        n"""));
        assertEquals(3, run("""
                        Table keys = Table.create(StringColumn.create("name", "a", "b"), IntColumn.create("k", 1, 2));
                        t.joinOn("name").inner(keys).rowCount()"""));
        assertEquals("[0, 1, 2]", run("IntColumn.indexColumn(\"i\", 3, 0).asList().toString()"));
        assertEquals(4.0, run("""
                        double sum = t.sortDescendingOn("x").doubleColumn("x").map(v -> v * v).removeMissing().sum();
                        sum > 8 ? 4.0 : 0.0"""));
        assertTrue(run("""
                        var w = new StringWriter();
                        t.write().csv(CsvWriteOptions.builder(w).separator(';').build());
                        w.toString()""").toString().startsWith("name;x;day"));
        assertEquals(3, run("""
                it.unimi.dsi.fastutil.ints.IntIterator i = Selection.with(3).iterator();
                i.nextInt()"""));
        assertEquals(1, run("""
                        List<Table> groups = new ArrayList<>();
                        t.splitOn("name").forEach(slice -> groups.add(slice.asTable()));
                        groups.get(1).rowCount()"""));
    }

    @Test
    void chartsOfXchartAreDrawn() throws Exception {
        run("""
                import org.knowm.xchart.*;
                import org.knowm.xchart.style.Styler;
                var chart = new XYChartBuilder().width(300).height(200).title("sine")
                    .theme(Styler.ChartTheme.Matlab).build();
                var series = chart.addSeries("a", new double[] {1, 2, 3}, new double[] {1, 4, 9});
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
                chart.getStyler()
                    .setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line)
                    .setLegendPosition(Styler.LegendPosition.InsideNW);""");
        assertTrue(session.render(run("chart"))
                .data()
                .get("image/svg+xml")
                .toString()
                .contains("<svg"));
        assertTrue((int) run("BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG).length") > 500);
        assertEquals("x", run("new PieChartBuilder().build().addSeries(\"x\", 2).getName()"));
    }

    @Test
    void arraysOfDjlAreComputedWith() throws Exception {
        run("""
                import ai.djl.ndarray.*;
                import ai.djl.ndarray.types.Shape;
                import ai.djl.ndarray.index.NDIndex;""");
        assertEquals(10.0f, run("""
                        float total;
                        try (NDManager manager = NDManager.newBaseManager()) {
                            NDArray m = manager.arange(0f, 5f).reshape(new Shape(5, 1));
                            total = m.sum().getFloat();
                        }
                        total"""));
        assertEquals(2.0f, run("""
                        float one;
                        try (NDManager manager = NDManager.newBaseManager()) {
                            one = manager.create(new float[] {1, 2, 3}).get(new NDIndex("1:2")).getFloat(0);
                        }
                        one"""));
    }
}

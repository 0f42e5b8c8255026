package crosscountry.kernel.display.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.task.Tasks;
import crosscountry.training.Curves;
import crosscountry.training.Iteration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurvesRendererTest {
    private static Iteration row(int number, long best, double mean, long evaluation, double loss) {
        return new Iteration(
                number,
                2.5 * number,
                "any",
                best,
                mean,
                evaluation,
                new Iteration.Counts(0, 0, 0, 0, 0),
                new Iteration.Learned(loss, loss / 10, 2 * loss, 1e-3, 1));
    }

    private static String html(MimeBundle bundle) {
        return bundle.data().get("text/html").toString();
    }

    @Test
    void aNameCannotLeaveItsPlaceInThePage() {
        String name = "</svg><img src=x onerror=alert(1)>";
        MimeBundle bundle = new CurvesRenderer()
                .render(new Curves(
                        name,
                        List.of(row(1, 9, 12, 11, 3), row(2, 8, Double.NaN, 0, Double.NaN)),
                        Map.of("reverse", 10L)));
        assertFalse(html(bundle).contains("<img"));
        assertFalse(html(bundle).contains("<script"));
        assertFalse(bundle.data().get("image/svg+xml").toString().contains("<img"));
    }

    @Test
    void beforeTheFirstIterationThereIsALine() {
        MimeBundle bundle = CurvesRenderer.live("job 1 f: running", new Curves("f", List.of(), Map.of()));
        assertEquals("job 1 f: running", bundle.data().get("text/plain"));
        assertFalse(html(bundle).contains("<svg"));
    }

    @Test
    void aRunWithoutALearnedStepShowsCostsAlone() {
        assertEquals(
                2,
                html(new CurvesRenderer().render(new Curves("f", List.of(row(1, 9, 12, 11, 3)), Map.of())))
                                .split("<svg ")
                                .length
                        - 1);
        assertEquals(
                1,
                html(new CurvesRenderer().render(new Curves("f", List.of(row(1, 9, 12, 11, Double.NaN)), Map.of())))
                                .split("<svg ")
                                .length
                        - 1);
    }

    @Test
    void theLinesAreTheClassicalOrdersASearchAndThePublishedResultOfTheVeryGraph() {
        Graph graph = Tasks.graph("HumanHeartDipole");
        Map<String, Long> lines = Curves.lines(graph, CostModel.PUBLISHED);
        assertEquals(240, lines.get("forward"));
        assertEquals(172, lines.get("reverse"));
        assertEquals(194, lines.get("Markowitz"));
        assertEquals(148, lines.get("published"));
        assertTrue(lines.get("annealing, 100k orders") <= 172);
        assertFalse(Curves.lines(Tasks.graph("Helmholtz").named("HumanHeartDipole"), CostModel.PUBLISHED)
                .containsKey("published"));
    }
}

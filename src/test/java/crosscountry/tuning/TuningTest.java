package crosscountry.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import crosscountry.jacobian.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What can be said of measuring without a clock: ranks, bands, fits, and that a search gives a legal order. */
class TuningTest {
    @Test
    void ranksOfEqualValuesAreShared() {
        assertArrayEquals(new double[] {2, 3.5, 3.5, 1}, ObjectiveStudy.ranks(new double[] {5, 7, 7, 1}));
        assertEquals(1, ObjectiveStudy.correlation(new double[] {1, 2, 3}, new double[] {10, 100, 1000}), 1e-12);
        assertEquals(-1, ObjectiveStudy.correlation(new double[] {1, 2, 3}, new double[] {3, 2, 1}), 1e-12);
    }

    @Test
    void theBandHoldsTheMedianAndNarrowsWithMoreRounds() {
        Random random = new Random(3);
        Timing few = Stopwatch.timing(random.doubles(9, 0.9, 1.1).toArray(), 100);
        Timing many = Stopwatch.timing(random.doubles(901, 0.9, 1.1).toArray(), 100);
        assertTrue(few.low() <= few.ratio() && few.ratio() <= few.high());
        assertTrue(many.low() <= 1 && 1 <= many.high(), many::toString);
        assertTrue(many.high() - many.low() < few.high() - few.low());
        assertEquals(100 * many.ratio(), many.nanos(), 1e-9);
    }

    @Test
    void theSurrogateFindsALinearLaw() {
        Random random = new Random(5);
        List<double[]> features = new ArrayList<>();
        double[] times = new double[200];
        for (int k = 0; k < times.length; k++) {
            double[] own = random.doubles(6, 0, 100).toArray();
            features.add(own);
            times[k] = 3 * own[0] + own[3] + 40;
        }
        double[] guesses = features.stream()
                .mapToDouble(Surrogate.fit(features, times)::time)
                .toArray();
        assertTrue(ObjectiveStudy.correlation(guesses, times) > 0.99);
    }

    /** y = sin(ab) + ab, log(sin(ab)): by order 2, 1 the partials cos and 1/v2, five products, one sum. */
    @Test
    void featuresCountWhatTheProgramDoes() {
        Graph simple = Reference.graph("Simple");
        double[] features = Surrogate.features(Program.of(simple, crosscountry.elimination.Order.of(2, 1)));
        assertArrayEquals(new double[] {6, 2, 0, 1, 3}, java.util.Arrays.copyOf(features, 5));
    }

    @Test
    void aSearchForRunTimeEndsWithAMeasuredCompleteOrder() {
        Graph simple = Reference.graph("Simple");
        RuntimeResult result = RuntimeSearch.solve(simple, new double[] {0.7, 1.1}, 0.5, 1, () -> false);
        assertEquals(
                Orders.forward(simple).vertices(),
                result.order().vertices().stream().sorted().toList());
        assertTrue(result.best().timing().nanos() > 0 && result.measured() >= 2);
    }
}

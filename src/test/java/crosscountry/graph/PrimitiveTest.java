package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every elementwise entry of the table; the partials are held against central differences of the values. */
class PrimitiveTest {
    private static final double H = 1e-6;

    static Stream<Primitive> elementwise() {
        return Arrays.stream(Primitive.values()).filter(Primitive::isElementwise);
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void partialsAgreeWithFiniteDifferences(Primitive primitive) {
        Random random = new Random(7);
        Params params = primitive == Primitive.INTEGER_POW ? new Params.IntegerPow(-3) : Params.NONE;
        int operands = primitive.isBinary() ? 2 : 1;
        for (int sample = 0; sample < 50; sample++) {
            double[] x = new double[operands];
            for (int k = 0; k < operands; k++) {
                x[k] = 0.1 + 0.8 * random.nextDouble() + (primitive == Primitive.ACOSH ? 1 : 0);
            }
            if (primitive == Primitive.TANH_SLOPE) {
                x[1] = Math.tanh(x[0]) * 0.9; // where it is a function of its second operand, the tanh of the first
            }
            if (operands == 2 && Math.abs(x[0] - x[1]) < 1e-3) {
                continue; // a kink of max and min
            }
            double y = primitive.value(params, x);
            for (int k = 0; k < operands; k++) {
                double[] up = x.clone();
                double[] down = x.clone();
                up[k] += H;
                down[k] -= H;
                double expected = (primitive.value(params, up) - primitive.value(params, down)) / (2 * H);
                double partial = primitive.partial(params, k).at(x, y);
                assertEquals(expected, partial, 1e-7 * (1 + Math.abs(expected)), primitive + " operand " + k);
            }
        }
    }

    @Test
    void subGradientsShareEvenlyBetweenEqualOperands() {
        double[] equal = {2, 2};
        for (Primitive primitive : new Primitive[] {Primitive.MAX, Primitive.MIN}) {
            assertEquals(0.5, primitive.partial(Params.NONE, 0).at(equal, 2));
            assertEquals(0.5, primitive.partial(Params.NONE, 1).at(equal, 2));
        }
        assertEquals(0, Primitive.ABS.partial(Params.NONE, 0).at(new double[] {0}, 0));
    }

    @Test
    void inverseHyperbolicFunctionsInvertTheHyperbolicOnes() {
        for (double x : new double[] {1e-9, 0.01, 0.7, 3, 12}) {
            assertEquals(x, Special.asinh(Math.sinh(x)), 1e-14 * Math.max(1, x));
            assertEquals(-x, Special.asinh(Math.sinh(-x)), 1e-14 * Math.max(1, x));
            assertEquals(Math.min(x, 2), Special.atanh(Math.tanh(Math.min(x, 2))), 1e-13);
        }
        assertEquals(3, Special.acosh(Math.cosh(3)), 1e-14);
        assertTrue(Double.isNaN(Special.acosh(0.5)));
    }

    @Test
    void everyNameFindsItsPrimitive() {
        for (Primitive primitive : Primitive.values()) {
            assertEquals(primitive, Primitive.named(primitive.label()).orElseThrow());
        }
    }
}

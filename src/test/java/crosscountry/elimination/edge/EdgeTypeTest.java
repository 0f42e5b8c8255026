package crosscountry.elimination.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The algebra is held against dense Jacobians: random matrices that have a type's structure, multiplied and added. */
class EdgeTypeTest {
    private static final int N = 2;

    private static List<EdgeType> tied() {
        return Stream.of(EdgeType.values())
                .filter(type -> type != EdgeType.ABSENT && type != EdgeType.COPY && type != EdgeType.RESHAPE)
                .toList();
    }

    /** A random tensor [o1][o2][p1][p2], flattened, with the structure of the type; all extents are N. */
    private static double[] sample(EdgeType type, Random random) {
        double[] values = new double[N * N * N * N];
        double[] stored = random.doubles(values.length, 1, 2).toArray();
        for (int flat = 0; flat < values.length; flat++) {
            int[] at = {flat / 8, flat / 4 % 2, flat / 2 % 2, flat % 2};
            boolean onDiagonals = true;
            boolean[] kept = {true, true, true, true};
            for (int axis = 1; axis <= 2; axis++) {
                Tie tie = type.tie(axis);
                if (tie.isTied()) {
                    onDiagonals &= at[axis - 1] == at[1 + tie.axis()];
                    kept[1 + tie.axis()] = false;
                    kept[axis - 1] = tie.isStored();
                }
            }
            int place = 0;
            for (int axis = 0; axis < 4; axis++) {
                place = 2 * place + (kept[axis] ? at[axis] : 0);
            }
            values[flat] = !onDiagonals ? 0 : type.carriesValue() ? stored[place] : 1;
        }
        return values;
    }

    /** True if the tensor has every tie of the type. */
    private static boolean fits(EdgeType type, double[] values) {
        for (int flat = 0; flat < values.length; flat++) {
            int[] at = {flat / 8, flat / 4 % 2, flat / 2 % 2, flat % 2};
            for (int axis = 1; axis <= 2; axis++) {
                Tie tie = type.tie(axis);
                if (tie.isTied() && at[axis - 1] != at[1 + tie.axis()] && values[flat] != 0) {
                    return false;
                }
                if (tie.isTied() && tie.kronecker()) {
                    int[] other = at.clone();
                    other[axis - 1] = 1 - at[axis - 1];
                    other[1 + tie.axis()] = 1 - at[1 + tie.axis()];
                    int moved = ((other[0] * 2 + other[1]) * 2 + other[2]) * 2 + other[3];
                    if (Math.abs(values[moved] - values[flat]) > 1e-12) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static double[] times(double[] out, double[] in) {
        double[] result = new double[16];
        for (int d = 0; d < 4; d++) {
            for (int s = 0; s < 4; s++) {
                for (int v = 0; v < 4; v++) {
                    result[4 * d + s] += out[4 * d + v] * in[4 * v + s];
                }
            }
        }
        return result;
    }

    @Test
    void theProductOfTypesHoldsForProductsOfTensors() {
        Random random = new Random(1);
        for (EdgeType in : tied()) {
            for (EdgeType out : tied()) {
                EdgeType product = in.product(out);
                assertTrue(
                        fits(product, times(sample(out, random), sample(in, random))),
                        in + " then " + out + " is " + product);
            }
        }
    }

    @Test
    void theSumOfTypesHoldsForSumsOfTensors() {
        Random random = new Random(2);
        for (EdgeType one : tied()) {
            for (EdgeType other : tied()) {
                double[] a = sample(one, random);
                double[] b = sample(other, random);
                Arrays.setAll(a, k -> a[k] + b[k]);
                EdgeType sum = one.sum(other);
                assertTrue(fits(sum, a), one + " plus " + other + " is " + sum);
                assertEquals(sum, other.sum(one));
            }
        }
    }

    @Test
    void productsOfTypesAreAssociative() {
        for (EdgeType a : EdgeType.values()) {
            for (EdgeType b : tied()) {
                for (EdgeType c : tied()) {
                    if (a != EdgeType.RESHAPE) {
                        assertEquals(a.product(b).product(c), a.product(b.product(c)), a + " " + b + " " + c);
                    }
                }
            }
        }
    }

    @Test
    void absentIsNeutralInSumsAndAnnihilatesProducts() {
        for (EdgeType type : EdgeType.values()) {
            assertEquals(type, EdgeType.ABSENT.sum(type));
            assertEquals(type, type.sum(EdgeType.ABSENT));
            assertEquals(EdgeType.ABSENT, type.product(EdgeType.ABSENT));
            assertEquals(EdgeType.COPY.product(type), type);
        }
    }

    @Test
    void aMatrixProductCostsItsThreeExtents() {
        Edge in = new Edge(1, 1, EdgeType.DENSE, 3, 1, 4, 1);
        Edge out = new Edge(2, 2, EdgeType.DENSE, 5, 1, 3, 1);
        assertEquals(60, CostModel.ALGEBRA.cost(in, out));
        assertEquals(12, CostModel.ALGEBRA.cost(in, new Edge(2, 2, EdgeType.D11_D22, 3, 1, 3, 1)));
        assertEquals(0, CostModel.ALGEBRA.cost(in, new Edge(2, 2, EdgeType.COPY, 3, 1, 3, 1)));
    }

    @Test
    void codesAreThoseOfThePaper() {
        int[] codes =
                Stream.of(EdgeType.values()).mapToInt(EdgeType::code).sorted().toArray();
        assertArrayEquals(java.util.stream.IntStream.rangeClosed(-10, 11).toArray(), codes);
    }
}

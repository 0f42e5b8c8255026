package crosscountry.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.jacobian.export.Nd4jArrays;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Both libraries bring native code; one Jacobian times its transpose by each of them, in turns, in one JVM. */
class Nd4jBesideDjlTest {
    @Test
    void productsOfAJacobianAreTheSameInBothLibraries() {
        Graph graph = Reference.graph("RobotArm_6DOF");
        JacobianPlan plan = Jacobians.of(graph, Orders.reverse(graph));
        Random random = new Random(2);
        try (NDManager manager = NDManager.newBaseManager()) {
            for (int turn = 0; turn < 3; turn++) {
                Jacobian jacobian =
                        plan.at(random.doubles(plan.inputSize(), 0.2, 0.9).toArray());
                double[][] matrix = jacobian.matrix();
                double[] expected = new double[matrix.length * matrix.length];
                for (int k = 0; k < expected.length; k++) {
                    for (int column = 0; column < matrix[0].length; column++) {
                        expected[k] += matrix[k / matrix.length][column] * matrix[k % matrix.length][column];
                    }
                }
                INDArray one = Nd4jArrays.of(jacobian);
                assertArrayEquals(expected, one.mmul(one.transpose()).ravel().toDoubleVector(), 1e-9);
                try (NDArray other = manager.create(
                        Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray(),
                        new Shape(matrix.length, matrix[0].length))) {
                    assertArrayEquals(expected, other.matMul(other.transpose()).toDoubleArray(), 1e-9);
                }
            }
        }
    }
}

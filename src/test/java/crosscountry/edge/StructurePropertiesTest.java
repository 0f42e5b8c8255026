package crosscountry.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Orders;
import crosscountry.graph.Evaluation;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.JacobianPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the types claim of the edges at the end of a game is true of the Jacobian's blocks. */
class StructurePropertiesTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.smooth(10);
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(9);
    }

    @Property(tries = 300)
    void theTiesAtTheEndAreTrueOfTheJacobian(@ForAll("deepGraphs") Graph graph, @ForAll long seed) {
        theTypesAtTheEndAreTrueOfTheJacobian(graph, seed);
    }

    @Property(tries = 300)
    void theTypesAtTheEndAreTrueOfTheJacobian(@ForAll("graphs") Graph graph, @ForAll long seed) {
        Random random = new Random(seed);
        List<Tensor> point = new ArrayList<>();
        for (Input input : graph.inputs()) {
            point.add(new Tensor(input.shape(), random.doubles(input.shape().size(), 0.2, 0.9).toArray()));
        }
        Evaluation values = Evaluation.of(graph, point);
        for (int id = 1; id <= graph.inputs().size() + graph.vertices().size(); id++) {
            Assume.that(Arrays.stream(values.value(id).data()).allMatch(x -> Math.abs(x) < 50));
        }
        List<Integer> order = new ArrayList<>(Orders.forward(graph).vertices());
        Collections.shuffle(order, random);
        Linearization state = Linearization.of(graph, Rules.ALGEBRA);
        for (int vertex : order) {
            state = state.eliminate(vertex).after();
        }
        double[][] matrix = JacobianPlan.interpreted(graph, new Order(order)).at(point).matrix();
        Map<Integer, Integer> virtual = OutputVertices.of(graph).virtual();
        Map<List<Integer>, Edge> edges = new HashMap<>();
        state.edges().forEach(edge -> edges.put(List.of(edge.source(), edge.target()), edge));
        int row = 0;
        for (Operand output : graph.outputs()) {
            int id = ((Operand.Ref) output).id();
            int number = id - graph.inputs().size();
            int column = 0;
            for (Input input : graph.inputs()) {
                if (!graph.isInput(id)) {
                    Edge edge = edges.get(List.of(input.id(), virtual.getOrDefault(number, number)));
                    if (edge != null && edge.ties().isPresent()) {
                        check(edge.ties().get(), matrix, row, column);
                    } else {
                        check(edge, matrix, row, column, graph.shape(id).size(), input.shape().size());
                    }
                }
                column += input.shape().size();
            }
            row += graph.shape(id).size();
        }
    }

    private static void check(AxisTies ties, double[][] matrix, int row, int column) {
        double scale = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
        int[] outStrides = new Shape(ties.out()).strides();
        int[] strides = new Shape(ties.primal()).strides();
        for (int r = 0; r < ties.outSize(); r++) {
            for (int c = 0; c < ties.primalSize(); c++) {
                double entry = matrix[row + r][column + c];
                boolean onDiagonals = true;
                for (int axis = 0; axis < ties.out().size(); axis++) {
                    Tie tie = ties.ties().get(axis);
                    if (tie.isTied()) {
                        int k = r / outStrides[axis] % ties.out().get(axis);
                        int other = c / strides[tie.axis() - 1] % ties.primal().get(tie.axis() - 1);
                        onDiagonals &= k == other;
                        if (k != other) {
                            assertEquals(0, entry, 1e-12 * scale, ties + ": entry " + r + "," + c + " is off its diagonal");
                        } else if (tie.kronecker()) {
                            double same = matrix[row + r - k * outStrides[axis]][column + c - k * strides[tie.axis() - 1]];
                            assertEquals(same, entry, 1e-9 * (1 + scale), ties + ": entry " + r + "," + c + " varies along a Kronecker axis");
                        }
                    }
                }
                if (ties.form() == AxisTies.Form.COPY) {
                    assertEquals(r == c ? 1 : 0, entry, ties + ": entry " + r + "," + c);
                } else if (ties.form() == AxisTies.Form.UNVALUED) {
                    assertEquals(onDiagonals ? 1 : 0, entry, ties + ": entry " + r + "," + c);
                }
            }
        }
    }

    private static void check(Edge edge, double[][] matrix, int row, int column, int rows, int columns) {
        double scale = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double entry = matrix[row + r][column + c];
                if (edge == null) {
                    assertEquals(0, entry, "an entry where there is no edge");
                    continue;
                }
                if (edge.type() == EdgeType.COPY) {
                    assertEquals(r == c ? 1 : 0, entry, edge + ": entry " + r + "," + c);
                } else if (edge.type() == EdgeType.RESHAPE) {
                    assertEquals(entry, entry * entry, edge + ": entry " + r + "," + c + " is neither 0 nor 1");
                }
                boolean onDiagonals = true;
                int[] out = {r / edge.o2(), r % edge.o2()};
                int[] primal = {c / edge.p2(), c % edge.p2()};
                for (int axis = 1; axis <= 2; axis++) {
                    Tie tie = edge.type().tie(axis);
                    if (tie.isTied() && edge.out(axis) == edge.primal(tie.axis())) {
                        int k = out[axis - 1];
                        onDiagonals &= k == primal[tie.axis() - 1];
                        if (k != primal[tie.axis() - 1]) {
                            assertEquals(0, entry, 1e-12 * scale, edge + ": entry " + r + "," + c + " is off its diagonal");
                        } else if (tie.kronecker()) {
                            int first = r - k * (axis == 1 ? edge.o2() : 1);
                            int source = c - k * (tie.axis() == 1 ? edge.p2() : 1);
                            double same = matrix[row + first][column + source];
                            assertEquals(same, entry, 1e-9 * (1 + scale), edge + ": entry " + r + "," + c + " varies along a Kronecker axis");
                        }
                    }
                }
                if (edge.type() == EdgeType.IDENTITY || edge.type() == EdgeType.TRANSPOSE) {
                    assertEquals(onDiagonals ? 1 : 0, entry, edge + ": entry " + r + "," + c);
                }
            }
        }
    }
}

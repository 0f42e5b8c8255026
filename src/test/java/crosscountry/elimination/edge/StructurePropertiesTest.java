package crosscountry.elimination.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobians;
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
            point.add(new Tensor(
                    input.shape(),
                    random.doubles(input.shape().size(), 0.2, 0.9).toArray()));
        }
        PrimalValues values = PrimalValues.of(graph, point);
        for (int id = 1; id <= graph.inputs().size() + graph.vertices().size(); id++) {
            Assume.that(Arrays.stream(values.value(id).data()).allMatch(x -> Math.abs(x) < 50));
        }
        List<Integer> order = new ArrayList<>(Orders.forward(graph).vertices());
        Collections.shuffle(order, random);
        Linearization state = Linearization.of(graph, CostModel.ALGEBRA);
        for (int vertex : order) {
            state = state.eliminate(vertex).after();
        }
        double[][] matrix =
                Jacobians.interpreted(graph, new Order(order)).at(point).matrix();
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
                    check(
                            edge,
                            matrix,
                            row,
                            column,
                            graph.shape(id).size(),
                            input.shape().size());
                }
                column += input.shape().size();
            }
            row += graph.shape(id).size();
        }
    }

    private static void check(Edge edge, double[][] matrix, int row, int column, int rows, int columns) {
        if (edge == null) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    assertEquals(0, matrix[row + r][column + c], "an entry where there is no edge");
                }
            }
            return;
        }
        double scale = Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        AxisTies structure = edge.structure();
        int[] outStrides = new Shape(structure.out()).strides();
        int[] strides = new Shape(structure.primal()).strides();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double entry = matrix[row + r][column + c];
                String place = edge.ties().isPresent()
                        ? structure + ": entry " + r + "," + c
                        : edge + ": entry " + r + "," + c;
                boolean onDiagonals = true;
                for (int axis = 0; axis < structure.out().size(); axis++) {
                    Tie tie = structure.ties().get(axis);
                    // types of pairs may tie axes of two extents, and say nothing then
                    if (tie.isTied()
                            && (edge.ties().isPresent()
                                    || structure
                                            .out()
                                            .get(axis)
                                            .equals(structure.primal().get(tie.axis() - 1)))) {
                        int k = r / outStrides[axis] % structure.out().get(axis);
                        int other =
                                c / strides[tie.axis() - 1] % structure.primal().get(tie.axis() - 1);
                        onDiagonals &= k == other;
                        if (k != other) {
                            assertEquals(0, entry, 1e-12 * scale, place + " is off its diagonal");
                        } else if (tie.kronecker()) {
                            double same =
                                    matrix[row + r - k * outStrides[axis]][column + c - k * strides[tie.axis() - 1]];
                            assertEquals(same, entry, 1e-9 * (1 + scale), place + " varies along a Kronecker axis");
                        }
                    }
                }
                if (structure.form() == AxisTies.Form.COPY) {
                    assertEquals(r == c ? 1 : 0, entry, place);
                } else if (structure.form() == AxisTies.Form.UNVALUED) {
                    assertEquals(onDiagonals ? 1 : 0, entry, place);
                } else if (edge.type() == EdgeType.RESHAPE && edge.ties().isEmpty()) {
                    assertEquals(entry, entry * entry, place + " is neither 0 nor 1");
                }
            }
        }
    }
}

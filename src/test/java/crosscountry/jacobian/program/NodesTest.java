package crosscountry.jacobian.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {
    private static final List<Node> NODES = List.of(
            new Node.Input(7),
            new Node.Constant(-0.0),
            new Node.Constant(Double.NaN),
            new Node.Constant(-1e-300),
            new Node.Apply(Primitive.SIN, Params.NONE, List.of(0)),
            new Node.Apply(Primitive.SUB, Params.NONE, List.of(4, 3)),
            new Node.Apply(Primitive.INTEGER_POW, new Params.IntegerPow(3), List.of(5)));

    @Test
    void theColumnsGiveTheNodesBack() {
        Nodes nodes = Nodes.of(NODES);
        assertEquals(NODES, nodes);
        assertEquals(7, nodes.input(0));
        assertEquals(-1e-300, nodes.constant(3));
        assertEquals(2, nodes.operands(5));
        assertEquals(3, nodes.operand(5, 1));
        assertEquals(0, nodes.operands(1));
        assertEquals(new Params.IntegerPow(3), nodes.params(6));
    }

    @Test
    void aNodeThatIsNotThereIsNamed() {
        assertEquals(
                "there is no node 7; nodes are 0..6",
                assertThrows(
                                IndexOutOfBoundsException.class,
                                () -> Nodes.of(NODES).get(7))
                        .getMessage());
    }

    @Test
    void aTableKeepsOneOfEqualNodesHoweverManyThereAre() {
        NodeTable table = new NodeTable();
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < 5000; k++) {
                assertEquals(k, table.input(k));
            }
        }
        assertEquals(5000, table.nodes().size());
    }

    @Test
    void zerosOfBothSignsAreTwoNodesAndNotANumberIsOne() {
        NodeTable table = new NodeTable();
        assertNotEquals(table.constant(0.0), table.constant(-0.0));
        assertEquals(table.constant(Double.NaN), table.constant(Double.longBitsToDouble(0x7ff8000000000001L)));
    }
}

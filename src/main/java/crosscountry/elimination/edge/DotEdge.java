package crosscountry.elimination.edge;

import crosscountry.graph.Params;
import crosscountry.graph.Shape;

/** Edge types of dot_general by its first contracting pair. */
final class DotEdge {
    private DotEdge() {}

    static EdgeType type(Shape lhs, Shape rhs, Params.DotGeneral params, int operand, CostModel rules) {
        if (params.lhsContract().isEmpty()) {
            return EdgeType.DENSE;
        }
        int l = params.lhsContract().get(0);
        int r = params.rhsContract().get(0);
        EdgeType[] types = types(lhs, rhs, l, r, rules);
        return types[operand];
    }

    private static EdgeType[] types(Shape lhs, Shape rhs, int l, int r, CostModel rules) {
        boolean leftVector = lhs.rank() == 1;
        boolean rightVector = rhs.rank() == 1;
        if (leftVector && rightVector) {
            return pair(EdgeType.DENSE, EdgeType.DENSE);
        }
        if (leftVector) {
            return vectorTimes(rhs, l, r, rules);
        }
        if (rightVector) {
            // the published rule forgets that the first axis may be the contracted one
            boolean rowsRemain = l == 1 || rules.isPublished();
            return pair(rowsRemain ? EdgeType.K11 : EdgeType.K12, EdgeType.DENSE);
        }
        if (!OperandEdge.isMatrix(rhs)) {
            return pair(EdgeType.DENSE, EdgeType.DENSE);
        }
        return pair(l == 1 ? EdgeType.K11 : EdgeType.K12, r == 0 ? EdgeType.K22 : EdgeType.K21);
    }

    /** A row contracted with a vector gives one number: dense on both sides, whatever the published rule says. */
    private static EdgeType[] vectorTimes(Shape rhs, int l, int r, CostModel rules) {
        boolean row = OperandEdge.isMatrix(rhs) && rhs.extent(0) == 1;
        if (!row && rules.countsGenerated()) {
            return pair(
                    EdgeType.DENSE,
                    r == 0
                            ? EdgeType.K12
                            : EdgeType.K11); // what the code does; the rule of the paper takes the vector for a row
        }
        if (!row) {
            return pair(EdgeType.K12, EdgeType.K22);
        }
        if (rules.isPublished() && l == 0 && r == 1) {
            return pair(EdgeType.K22, EdgeType.K11);
        }
        return pair(EdgeType.DENSE, EdgeType.DENSE);
    }

    private static EdgeType[] pair(EdgeType lhs, EdgeType rhs) {
        return new EdgeType[] {lhs, rhs};
    }
}

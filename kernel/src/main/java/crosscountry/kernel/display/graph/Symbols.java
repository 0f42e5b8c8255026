package crosscountry.kernel.display.graph;

import crosscountry.elimination.edge.EdgeType;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.graph.Drawing.Stroke;

/** How operations and edge structures are written in pictures. */
final class Symbols {
    private Symbols() {}

    static String of(Vertex vertex) {
        return switch (vertex.primitive()) {
            case ADD -> "+";
            case SUB, NEG -> "\u2212";
            case MUL -> "\u00d7";
            case DIV -> "/";
            case INTEGER_POW -> "^" + ((Params.IntegerPow) vertex.params()).y();
            case SQUARE -> "^2";
            case SQRT -> "\u221a";
            case POW -> "pow";
            case REM -> "%";
            case TANH_SLOPE -> "1\u2212y^2";
            case EXP_NEG_SQUARE -> "exp(\u2212x^2)";
            case INVERSION -> "a/(a^2+b^2)";
            case POW_SLOPE -> "b a^(b\u22121)";
            case ABS -> "abs";
            case REDUCE_SUM -> "sum";
            case REDUCE_MAX -> "max of";
            case REDUCE_MIN -> "min of";
            case DOT_GENERAL -> "dot";
            case TRANSPOSE -> "T";
            case BROADCAST_IN_DIM -> "spread";
            case CONVERT_ELEMENT_TYPE -> "convert";
            case STOP_GRADIENT -> "stop";
            case CONCATENATE -> "concat";
            default -> vertex.primitive().label();
        };
    }

    /** The colour group of a primitive. */
    static String family(Primitive primitive) {
        return switch (primitive) {
            case ADD, SUB, NEG, MUL, DIV, CONVERT_ELEMENT_TYPE -> "arithmetic";
            case REDUCE_SUM,
                    REDUCE_MAX,
                    REDUCE_MIN,
                    DOT_GENERAL,
                    TRANSPOSE,
                    BROADCAST_IN_DIM,
                    SQUEEZE,
                    RESHAPE,
                    SLICE,
                    DYNAMIC_SLICE,
                    CONCATENATE,
                    STOP_GRADIENT,
                    IOTA -> "structure";
            default -> "function";
        };
    }

    static Stroke stroke(EdgeType type) {
        return switch (type) {
            case COPY, RESHAPE, IDENTITY, TRANSPOSE, ABSENT -> Stroke.COPY;
            case K11, K22, K12, K21, SCALED_IDENTITY, SCALED_TRANSPOSE, K11_D22, D11_K22, K12_D21, D12_K21 ->
                Stroke.KRONECKER;
            case D11, D22, D12, D21, D11_D22, D12_D21 -> Stroke.DIAGONAL;
            case DENSE -> Stroke.DENSE;
        };
    }
}

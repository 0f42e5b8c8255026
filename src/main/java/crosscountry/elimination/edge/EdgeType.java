package crosscountry.elimination.edge;

import crosscountry.graph.GraphException;

/**
 * The structure of an elemental Jacobian between values of at most two axes, and its algebra (game.md, section 3). All
 * results are derived from the ties; the numbers of the paper are names only.
 */
public enum EdgeType {
    ABSENT(0, Kind.ABSENT, Tie.NONE, Tie.NONE),
    DENSE(1, Kind.VALUED, Tie.NONE, Tie.NONE),
    D11(2, Kind.VALUED, Tie.diagonal(1), Tie.NONE),
    K11(-2, Kind.VALUED, Tie.delta(1), Tie.NONE),
    D22(3, Kind.VALUED, Tie.NONE, Tie.diagonal(2)),
    K22(-3, Kind.VALUED, Tie.NONE, Tie.delta(2)),
    D12(4, Kind.VALUED, Tie.diagonal(2), Tie.NONE),
    K12(-4, Kind.VALUED, Tie.delta(2), Tie.NONE),
    D21(5, Kind.VALUED, Tie.NONE, Tie.diagonal(1)),
    K21(-5, Kind.VALUED, Tie.NONE, Tie.delta(1)),
    D11_D22(6, Kind.VALUED, Tie.diagonal(1), Tie.diagonal(2)),
    IDENTITY(-6, Kind.UNVALUED, Tie.delta(1), Tie.delta(2)),
    D12_D21(7, Kind.VALUED, Tie.diagonal(2), Tie.diagonal(1)),
    TRANSPOSE(-7, Kind.UNVALUED, Tie.delta(2), Tie.delta(1)),
    K11_D22(8, Kind.VALUED, Tie.delta(1), Tie.diagonal(2)),
    D11_K22(-8, Kind.VALUED, Tie.diagonal(1), Tie.delta(2)),
    K12_D21(9, Kind.VALUED, Tie.delta(2), Tie.diagonal(1)),
    D12_K21(-9, Kind.VALUED, Tie.diagonal(2), Tie.delta(1)),
    SCALED_IDENTITY(10, Kind.VALUED, Tie.delta(1), Tie.delta(2)),
    SCALED_TRANSPOSE(-10, Kind.VALUED, Tie.delta(2), Tie.delta(1)),
    COPY(-1, Kind.COPY, Tie.NONE, Tie.NONE),
    RESHAPE(11, Kind.RESHAPE, Tie.NONE, Tie.NONE);

    private enum Kind {
        ABSENT,
        VALUED,
        UNVALUED,
        COPY,
        RESHAPE
    }

    private final int code;
    private final Kind kind;
    private final Tie first;
    private final Tie second;

    EdgeType(int code, Kind kind, Tie first, Tie second) {
        this.code = code;
        this.kind = kind;
        this.first = first;
        this.second = second;
    }

    /** The number of this type in the paper's tables, -10..11. */
    public int code() {
        return code;
    }

    public static EdgeType of(int code) {
        for (EdgeType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new GraphException("there is no edge type " + code + "; types are -10..11");
    }

    /** False for no edge, copy, identity, transpose and reshape: products with them cost nothing. */
    public boolean carriesValue() {
        return kind == Kind.VALUED;
    }

    /** False for dense edges, and for those that are no edge, a copy or a reshape. */
    boolean isTied() {
        return first.isTied() || second.isTied();
    }

    /** The axis of the source, 1 or 2, that is tied to this axis of the target; 0 for none. */
    public int tiedTo(int axis) {
        return tie(axis).axis();
    }

    /** What an edge of this type is beside its ties; none is like one of ones that are nowhere. */
    AxisTies.Form form() {
        return switch (kind) {
            case VALUED -> AxisTies.Form.VALUED;
            case UNVALUED, ABSENT -> AxisTies.Form.UNVALUED;
            case COPY -> AxisTies.Form.COPY;
            case RESHAPE -> AxisTies.Form.RESHAPE;
        };
    }

    Tie tie(int axis) {
        return axis == 1 ? first : second;
    }

    /** The type of (this: source to v) followed by ({@code out}: v to target). */
    public EdgeType product(EdgeType out) {
        if (this == ABSENT || out == ABSENT) {
            return ABSENT;
        }
        if (this == COPY) {
            return out;
        }
        if (out == COPY) {
            return this;
        }
        if (this == RESHAPE || out == RESHAPE) {
            return this == out ? RESHAPE : DENSE;
        }
        return find(through(out.first), through(out.second), carriesValue() || out.carriesValue());
    }

    /** The type of the sum of two edges between the same values; the sum of two identities is a scaled one. */
    public EdgeType sum(EdgeType other) {
        if (this == ABSENT || other == COPY) {
            return other == COPY && this == ABSENT ? COPY : this == ABSENT ? other : this;
        }
        if (other == ABSENT || this == COPY) {
            return other == ABSENT ? this : other;
        }
        if (this == RESHAPE || other == RESHAPE) {
            return this == other ? RESHAPE : DENSE;
        }
        return find(common(first, other.first), common(second, other.second), true);
    }

    private Tie through(Tie out) {
        if (!out.isTied() || !tie(out.axis()).isTied()) {
            return Tie.NONE;
        }
        Tie in = tie(out.axis());
        return new Tie(in.axis(), in.kronecker() && out.kronecker());
    }

    private static Tie common(Tie one, Tie other) {
        return one.axis() == other.axis() ? new Tie(one.axis(), one.kronecker() && other.kronecker()) : Tie.NONE;
    }

    private static EdgeType find(Tie first, Tie second, boolean valued) {
        for (EdgeType type : values()) {
            boolean tied = type.kind == Kind.VALUED || type.kind == Kind.UNVALUED;
            if (tied && type.carriesValue() == valued && type.first.equals(first) && type.second.equals(second)) {
                return type;
            }
        }
        throw new IllegalStateException("no edge type has ties " + first + ", " + second);
    }
}

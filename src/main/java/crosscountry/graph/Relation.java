package crosscountry.graph;

import java.util.Arrays;
import java.util.Optional;

/**
 * How two doubles stand to each other where a function decides: by a comparison of Java, which is false for NaN; by the
 * opposite of one, which is true for NaN; by the order of {@link Double#compare}, which tells zeros apart; by being
 * neighbours among the doubles; or by the whole number that a double becomes. Of the relations that one decision can
 * have, exactly one holds.
 */
public enum Relation {
    LT("<"),
    LE("<="),
    EQ("=="),
    NE("!="),
    GE(">="),
    GT(">"),
    NOT_LT("not <"),
    NOT_LE("not <="),
    NOT_GE("not >="),
    NOT_GT("not >"),
    BEFORE("before"),
    SAME("same as"),
    AFTER("after"),
    ADJACENT("is at most one step from"),
    APART("is more than one step from"),
    AS_INT("as int"),
    AS_LONG("as long"),
    ROUNDED("rounds to"),
    EXPONENT("has the exponent");

    private final String label;

    Relation(String label) {
        this.label = label;
    }

    /** As it reads in sentences and graph files. */
    public String label() {
        return label;
    }

    public static Optional<Relation> named(String label) {
        return Arrays.stream(values())
                .filter(relation -> relation.label.equals(label))
                .findFirst();
    }

    public boolean holds(double a, double b) {
        return switch (this) {
            case LT -> a < b;
            case LE -> a <= b;
            case EQ -> a == b;
            case NE -> a != b;
            case GE -> a >= b;
            case GT -> a > b;
            case NOT_LT -> !(a < b);
            case NOT_LE -> !(a <= b);
            case NOT_GE -> !(a >= b);
            case NOT_GT -> !(a > b);
            case BEFORE -> Double.compare(a, b) < 0;
            case SAME -> Double.compare(a, b) == 0;
            case AFTER -> Double.compare(a, b) > 0;
            case ADJACENT -> adjacent(a, b);
            case APART -> !adjacent(a, b);
            case AS_INT -> (int) a == (int) b;
            case AS_LONG -> (long) a == (long) b;
            case ROUNDED -> Math.round(a) == (long) b;
            case EXPONENT -> Math.getExponent(a) == (int) b;
        };
    }

    /** For a reader, with both values as they are to be written. */
    public String text(String a, String b) {
        return switch (this) {
            case NOT_LT -> a + " >= " + b + " or NaN";
            case NOT_LE -> a + " > " + b + " or NaN";
            case NOT_GE -> a + " < " + b + " or NaN";
            case NOT_GT -> a + " <= " + b + " or NaN";
            default -> a + " " + label + " " + b;
        };
    }

    private static boolean adjacent(double a, double b) {
        return a == b || Math.nextUp(a) == b || Math.nextDown(a) == b;
    }
}

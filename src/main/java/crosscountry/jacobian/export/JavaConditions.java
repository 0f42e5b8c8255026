package crosscountry.jacobian.export;

import crosscountry.graph.Relation;

/** Conditions as expressions of Java. */
final class JavaConditions {
    private JavaConditions() {}

    /** As {@link Relation#holds}, over two doubles. */
    static String of(Relation relation, String a, String b) {
        return switch (relation) {
            case LT, LE, EQ, NE, GE, GT -> a + " " + relation.label() + " " + b;
            case NOT_LT -> "!(" + a + " < " + b + ")";
            case NOT_LE -> "!(" + a + " <= " + b + ")";
            case NOT_GE -> "!(" + a + " >= " + b + ")";
            case NOT_GT -> "!(" + a + " > " + b + ")";
            case BEFORE -> "Double.compare(" + a + ", " + b + ") < 0";
            case SAME -> "Double.compare(" + a + ", " + b + ") == 0";
            case AFTER -> "Double.compare(" + a + ", " + b + ") > 0";
            case ADJACENT -> adjacent(a, b);
            case APART -> "!" + adjacent(a, b);
            case AS_INT -> "(int) " + a + " == (int) " + b;
            case AS_LONG -> "(long) " + a + " == (long) " + b;
            case ROUNDED -> "Math.round(" + a + ") == (long) " + b;
            case EXPONENT -> "Math.getExponent(" + a + ") == (int) " + b;
        };
    }

    private static String adjacent(String a, String b) {
        return "(" + a + " == " + b + " || Math.nextUp(" + a + ") == " + b + " || Math.nextDown(" + a + ") == " + b
                + ")";
    }
}

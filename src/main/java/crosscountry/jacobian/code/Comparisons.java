package crosscountry.jacobian.code;

/** Comparisons as numbers, 1 or 0, for generated code. */
final class Comparisons {
    private Comparisons() {}

    static double eq(double a, double b) {
        return a == b ? 1 : 0;
    }

    static double ne(double a, double b) {
        return a != b ? 1 : 0;
    }

    static double lt(double a, double b) {
        return a < b ? 1 : 0;
    }

    static double le(double a, double b) {
        return a <= b ? 1 : 0;
    }

    static double gt(double a, double b) {
        return a > b ? 1 : 0;
    }

    static double ge(double a, double b) {
        return a >= b ? 1 : 0;
    }
}

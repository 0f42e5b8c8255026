package crosscountry.trace.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Typed expressions, from forms in which a letter after $ stands for an expression of that type. */
final class Expressions {
    private static final List<String> DOUBLES = List.of(
            "($D + $D)",
            "($D - $D)",
            "$D * $D",
            "($D + $D)",
            "($D - $D)",
            "$D * $D",
            "$D / (1.5 + $D * $D)",
            "$D / $D",
            "(- $D)",
            "Math.sin($D)",
            "Math.cos($D)",
            "Math.tanh($D)",
            "Math.atan($D)",
            "Math.exp(-Math.abs($D))",
            "Math.sqrt(1 + $D * $D)",
            "Math.log(2 + Math.abs($D))",
            "Math.abs($D)",
            "Math.cbrt($D)",
            "Math.sinh(Math.tanh($D))",
            "Math.cosh(Math.sin($D))",
            "Math.expm1(Math.sin($D))",
            "Math.log1p($D * $D)",
            "Math.log10(3 + $D * $D)",
            "Math.asin(0.9 * Math.sin($D))",
            "Math.acos(0.9 * Math.tanh($D))",
            "Math.tan(Math.sin($D))",
            "StrictMath.sin($D)",
            "StrictMath.exp(Math.sin($D))",
            "Math.sqrt(Math.abs($D))",
            "Math.exp($D)",
            "Math.log($D)",
            "Math.max($D, $D)",
            "Math.min($D, $D)",
            "Math.max($D, $C)",
            "Math.min($C, $D)",
            "Math.pow($D, 2)",
            "Math.pow($D, $K)",
            "Math.pow(1.5 + Math.abs($D), $D)",
            "Math.pow($D, $C)",
            "Math.hypot($D, $D)",
            "Math.atan2($D, $D)",
            "Math.fma($D, $D, $D)",
            "Math.copySign($D, $D)",
            "Math.IEEEremainder($D, 1.75)",
            "($D % 1.25)",
            "($D % (1.5 + Math.abs($D)))",
            "Math.signum($D)",
            "Math.toRadians($D)",
            "Math.toDegrees($D)",
            "Math.ulp($D)",
            "Math.nextUp($D)",
            "Math.nextDown($D)",
            "Math.scalb($D, $K)",
            "Math.nextAfter($D, $D)",
            "($B ? $D : $D)",
            "($B ? $D : $D)",
            "(int) $P",
            "(double) $I",
            "$I",
            "(float) $P",
            "(long) $P",
            "Math.floor($D)",
            "Math.ceil($D)",
            "Math.rint($D)",
            "Math.round($D * 4) / 4.0",
            "(Math.round($D) + 0.5)",
            "(char) ('a' + $I % 5)",
            "$L",
            "Double.valueOf($D)",
            "Double.valueOf($D).doubleValue()",
            "Double.max($D, $D)",
            "Double.sum($D, $D)",
            "Double.min($D, $D)",
            "$A[Math.floorMod($I, $A.length)]",
            "$A[0]",
            "$A[Math.floorMod($I, 2) % $A.length]",
            "$A.length",
            "Double.longBitsToDouble(Double.doubleToLongBits($D))",
            "Math.getExponent($D)",
            "Double.compare($D, $D)",
            "($D == $D ? $D : $D)",
            "(short) (10 * $P)",
            "(byte) (5 * $P)");
    private static final Pattern ALWAYS_DOUBLE =
            Pattern.compile("^(Strict)?Math\\.(a?sin|a?cos|a?tan|tanh|exp|sqrt|log|cbrt|sinh|cosh|expm1|log1p|log10|pow"
                    + "|hypot|atan2|IEEEremainder|floor|ceil|rint)\\([^()]*(\\([^()]*\\)[^()]*)*\\)$");
    private static final List<String> ASSIGNING =
            List.of("($d = $D)", "($d += $D)", "($d *= 0.5)", "$d++", "--$d", "($d -= $D)");
    private static final List<String> INTS = List.of(
            "$K",
            "$K",
            "$N",
            "($I + $I)",
            "($I - $I)",
            "$I * $K",
            "$I % 5",
            "Math.floorMod($I, 3)",
            "(int) ($D * 2)",
            "(int) $P",
            "(int) Math.round($D)",
            "(int) Math.floor($D)",
            "($B ? $I : $I)",
            "Double.compare($D, $D)",
            "(int) Math.signum($D)",
            "Integer.compare($I, $I)",
            "($I << 1)",
            "($I >> 1)",
            "($I >>> 28)",
            "($I & 3)",
            "($I ^ 1)",
            "Integer.bitCount($I)",
            "Math.max($I, $K)",
            "Math.abs($I % 7)",
            "(int) ((char) ('b' + $N) - 'a')",
            "(Integer.valueOf($I) + 0)",
            "$A.length",
            "(int) ($L % 9)",
            "Math.min($I, 3)",
            "(int) (Math.abs($D) % 3)",
            "($I / $K)",
            "~$I",
            "(2147483647 * $I)",
            "(0 + (byte) (0 + $I))");
    private static final List<String> BOOLEANS = List.of(
            "$D < $D",
            "$D > $D",
            "$D <= $C",
            "$D >= $C",
            "$D < $C",
            "$D > $C",
            "$D == $C",
            "$D != $C",
            "$I < $I",
            "$I == $K",
            "$I != $N",
            "$I > $N",
            "!($B)",
            "($B && $B)",
            "($B || $B)",
            "($B ^ $B)",
            "Double.isNaN($D)",
            "Double.isInfinite($D)",
            "Double.isFinite($D)",
            "Double.compare($D, $D) > 0",
            "Double.compare($D, $C) <= 0",
            "Double.valueOf($D).equals($C)",
            "Double.valueOf($D).compareTo($C) > 0",
            "Double.valueOf($D).equals(Double.valueOf($D))",
            "$I % 2 == 0",
            "Math.abs($D) < $C",
            "$L > $K",
            "(int) $P == $K",
            "Math.floor($D) == $N",
            "Math.signum($D) > 0",
            "(Object) $K instanceof Integer",
            "Boolean.valueOf($B)",
            "Math.round($D) == $K");
    private static final List<String> LONGS = List.of(
            "(long) $P",
            "Math.round($D)",
            "(long) $I",
            "$KL",
            "($L + $I)",
            "($L * 3 % 11)",
            "($L >>> 60)",
            "($L << 2)",
            "Long.max($L, $K)",
            "(Double.doubleToLongBits($D) >>> 62)",
            "($I * 1000000007L % 13)");
    private static final List<String> CONSTANTS = List.of(
            "0.0", "1.0", "2.0", "0.5", "1.5", "3.0", "(-1.0)", "0.25", "(-0.5)", "1e-3", "2.5", "0.1", "10.0",
            "(-0.0)", "1.25");

    private final Random random;

    Expressions(Random random) {
        this.random = random;
    }

    String constant() {
        return random.nextInt(4) == 0 ? String.valueOf(Math.rint(random.nextDouble() * 3000) / 1000) : pick(CONSTANTS);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** An expression over the scope's variables; {@code pure}: only effectively final ones and nothing assigned. */
    Part.Hole make(char kind, Scope scope, boolean pure, int depth) {
        String simplest = leaf(kind, scope, pure, true);
        if (depth <= 0 || random.nextInt(6) == 0) {
            return new Part.Hole(kind, List.of(new Part.Text(leaf(kind, scope, pure, false))), simplest);
        }
        return new Part.Hole(kind, fill(form(kind, scope, pure), scope, pure, depth - 1), simplest);
    }

    private String form(char kind, Scope scope, boolean pure) {
        return switch (kind) {
            case 'I' -> pick(INTS);
            case 'B' -> pick(BOOLEANS);
            case 'L' -> pick(LONGS);
            default ->
                !pure && random.nextInt(25) == 0 && !scope.mutable('D').isEmpty()
                        ? pick(ASSIGNING)
                        : random.nextInt(3) == 0 ? DOUBLES.get(random.nextInt(9)) : pick(DOUBLES);
        };
    }

    private List<Part> fill(String form, Scope scope, boolean pure, int depth) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = form.indexOf('$'); at >= 0; at = form.indexOf('$', from)) {
            parts.add(new Part.Text(form.substring(from, at)));
            char kind = form.charAt(at + 1);
            parts.add(
                    switch (kind) {
                        case 'D', 'I', 'B', 'L' -> make(kind, scope, pure, depth);
                        case 'P' -> wrapped(make('D', scope, pure, depth));
                        case 'C' -> new Part.Text(constant());
                        case 'K' -> new Part.Text(String.valueOf(1 + random.nextInt(4)));
                        case 'N' -> new Part.Text(String.valueOf(random.nextInt(3)));
                        case 'A' -> new Part.Text(array(scope, pure));
                        case 'd' -> new Part.Text(pick(scope.mutable('D')));
                        default -> throw new IllegalStateException("no $" + kind + " in " + form);
                    });
            from = at + 2;
        }
        parts.add(new Part.Text(form.substring(from)));
        return parts;
    }

    /** The same, cast where its type may be another one: a Double cannot hold an int. */
    static Part.Hole asDouble(Part.Hole hole) {
        if (hole.pieces().size() == 1 || ALWAYS_DOUBLE.matcher(hole.text()).find()) {
            return hole;
        }
        return new Part.Hole('D', List.of(new Part.Text("(double) ("), hole, new Part.Text(")")), hole.simplest());
    }

    private static Part wrapped(Part.Hole hole) {
        List<Part> pieces = new ArrayList<>(hole.pieces());
        pieces.add(0, new Part.Text("(+")); // a box becomes a number
        pieces.add(new Part.Text(")"));
        return new Part.Hole('D', pieces, "(" + hole.simplest() + ")");
    }

    String array(Scope scope, boolean pure) {
        List<String> names = scope.names('A', pure);
        return names.isEmpty() ? "new double[] {" + leaf('D', scope, pure, true) + ", 0.75}" : pick(names);
    }

    private String leaf(char kind, Scope scope, boolean pure, boolean first) {
        List<String> names = scope.names(kind, pure);
        if (!names.isEmpty() && (first || random.nextInt(5) != 0)) {
            boolean recent = random.nextInt(3) != 0;
            return first
                    ? names.get(0)
                    : names.get(
                            recent ? Math.max(0, names.size() - 1 - random.nextInt(3)) : random.nextInt(names.size()));
        }
        return switch (kind) {
            case 'D' -> first ? "0.75" : constant();
            case 'I' -> first ? "1" : String.valueOf(random.nextInt(5));
            case 'L' -> first ? "1L" : random.nextInt(9) + "L";
            default -> first || random.nextBoolean() ? "true" : "false";
        };
    }
}

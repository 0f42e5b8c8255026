package crosscountry.trace;

import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.trace.Values.Array;
import java.util.Map;

/**
 * Functions of well-known libraries that work on the bits of doubles, replaced by what they compute: sums of products
 * (there with less rounding), lengths, and equality up to one step.
 */
final class LibraryFunctions implements Call.Model {
    private static final Map<String, Call.Model> KNOWN = Map.of(
            "org.hipparchus.util.MathArrays.linearCombination", LibraryFunctions::sumOfProducts,
            "org.apache.commons.math3.util.MathArrays.linearCombination", LibraryFunctions::sumOfProducts,
            "org.hipparchus.util.Precision.equals", LibraryFunctions::equal,
            "org.apache.commons.math3.util.Precision.equals", LibraryFunctions::equal,
            "org.apache.commons.numbers.core.Precision.equals", LibraryFunctions::equal,
            "org.apache.commons.numbers.complex.Complex.hypot", LibraryFunctions::hypot);

    static boolean knows(String owner, String name) {
        return KNOWN.containsKey(owner + "." + name);
    }

    @Override
    public Object answer(Call call) {
        return KNOWN.get(call.owner().getName() + "." + call.name()).answer(call);
    }

    private static Object hypot(Call call) {
        if (!call.hasSymbol() || call.x().length != 2) {
            return Call.UNKNOWN;
        }
        call.machine().tape.round();
        return call.machine().tape.apply(call.at(), Primitive.HYPOT, call.x());
    }

    /** a1, b1, a2, b2, ... or two arrays. */
    private static Object sumOfProducts(Call call) {
        Object[] x = call.x();
        if (x.length == 2
                && x[0] instanceof Array a
                && x[1] instanceof Array b
                && a.component() == double.class
                && a.elements().length == b.elements().length) {
            x = new Object[2 * a.elements().length];
            for (int k = 0; k < a.elements().length; k++) {
                x[2 * k] = a.elements()[k];
                x[2 * k + 1] = b.elements()[k];
            }
        } else if (x.length < 4 || !(x[0] instanceof Symbol || x[0] instanceof Double)) {
            return Call.UNKNOWN;
        }
        Tape tape = call.machine().tape;
        tape.round();
        Object sum = null;
        for (int k = 0; k + 1 < x.length; k += 2) {
            Object product = tape.apply(call.at(), Primitive.MUL, x[k], x[k + 1]);
            sum = sum == null ? product : tape.apply(call.at(), Primitive.ADD, sum, product);
        }
        return sum == null ? Call.UNKNOWN : sum;
    }

    /** equals(x, y, most steps apart); other forms call this one. */
    private static Object equal(Call call) {
        if (!call.hasSymbol() || !call.descriptor().equals("(DDI)Z") || call.integer(2) != 1) {
            return Call.UNKNOWN;
        }
        return call.machine().tape.holds(call.x()[0], Relation.ADJACENT, Relation.APART, call.x()[1], call.at())
                ? 1
                : 0;
    }
}

package crosscountry.trace.coverage;

import org.apache.commons.numbers.complex.Complex;
import org.apache.commons.numbers.core.Norm;
import org.apache.commons.numbers.core.Precision;
import org.apache.commons.numbers.core.Sum;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Apache Commons Numbers. */
final class NumbersMethods {
    private NumbersMethods() {}

    @At({1.0, -2.0, 0.5})
    static double[] norms(double[] x) {
        return new double[] {
            Norm.EUCLIDEAN.of(x), Norm.MANHATTAN.of(x[0], x[1]), Norm.MAXIMUM.of(x), Norm.L2.of(x[0], x[1], x[2])
        };
    }

    @At({1.0, -2.0, 0.5})
    static double[] sums(double[] x) {
        return new double[] {
            Sum.of(x).getAsDouble(),
            Sum.ofProducts(x, new double[] {1, 2, 3}).getAsDouble(),
            Sum.create().add(x[0]).addProduct(x[1], x[2]).getAsDouble()
        };
    }

    @At({1.0, -2.0})
    static double[] complexTrigonometry(double[] x) {
        Complex z = Complex.ofCartesian(x[0], x[1]);
        return new double[] {
            z.cos().real(),
            z.tanh().imag(),
            z.multiply(z).divide(Complex.ofPolar(2, x[0])).real()
        };
    }

    @At({1.0, -0.7})
    static double[] complexPowers(double[] x) {
        Complex z = Complex.ofCartesian(x[0], x[1]);
        return new double[] {
            z.sqrt().real(), z.exp().imag(), z.log().real(), z.pow(1.5).imag(), z.abs()
        };
    }

    @At({2.7})
    static double[] gamma(double[] x) {
        return new double[] {Gamma.value(x[0]), LogGamma.value(x[0]), Digamma.value(x[0])};
    }

    @At({0.7})
    static double[] erf(double[] x) {
        return new double[] {Erf.value(x[0])};
    }

    @At({2.5, 1.7})
    static double[] logBeta(double[] x) {
        return new double[] {LogBeta.value(x[0], x[1])};
    }

    @At({0.4, 2.3, 3.1})
    static double[] regularizedBeta(double[] x) {
        return new double[] {RegularizedBeta.value(x[0], x[1], x[2])};
    }

    @At({2.5, 1.3})
    static double[] regularizedGamma(double[] x) {
        return new double[] {RegularizedGamma.P.value(x[0], x[1])};
    }

    @At({1.25, 1.26})
    static double[] precision(double[] x) {
        return new double[] {
            Precision.compareTo(x[0], x[1], 1e-3) * x[0], Precision.equals(x[0], x[1], 0.1) ? x[0] * x[1] : 0
        };
    }
}

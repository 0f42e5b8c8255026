package crosscountry.trace;

import java.io.Serializable;

/** Functions that can be traced: serializable, so that a lambda tells which compiled method it stands for. */
public final class Functions {
    private Functions() {}

    /** A function of anything below; {@code R} is double, double[], double[][], a record or a list of these. */
    public interface Traceable extends Serializable {}

    /** A function of an array of given length. */
    @FunctionalInterface
    public interface OfArray<R> extends Traceable {
        R at(double[] x);
    }

    @FunctionalInterface
    public interface Of1<R> extends Traceable {
        R at(double a);
    }

    @FunctionalInterface
    public interface Of2<R> extends Traceable {
        R at(double a, double b);
    }

    @FunctionalInterface
    public interface Of3<R> extends Traceable {
        R at(double a, double b, double c);
    }

    @FunctionalInterface
    public interface Of4<R> extends Traceable {
        R at(double a, double b, double c, double d);
    }

    @FunctionalInterface
    public interface Of5<R> extends Traceable {
        R at(double a, double b, double c, double d, double e);
    }

    @FunctionalInterface
    public interface Of6<R> extends Traceable {
        R at(double a, double b, double c, double d, double e, double f);
    }

    @FunctionalInterface
    public interface Of7<R> extends Traceable {
        R at(double a, double b, double c, double d, double e, double f, double g);
    }

    @FunctionalInterface
    public interface Of8<R> extends Traceable {
        R at(double a, double b, double c, double d, double e, double f, double g, double h);
    }

    @FunctionalInterface
    public interface Of9<R> extends Traceable {
        R at(double a, double b, double c, double d, double e, double f, double g, double h, double i);
    }

    @FunctionalInterface
    public interface Of10<R> extends Traceable {
        R at(double a, double b, double c, double d, double e, double f, double g, double h, double i, double j);
    }

    @FunctionalInterface
    public interface Of11<R> extends Traceable {
        R at(
                double a,
                double b,
                double c,
                double d,
                double e,
                double f,
                double g,
                double h,
                double i,
                double j,
                double k);
    }

    @FunctionalInterface
    public interface Of12<R> extends Traceable {
        R at(
                double a,
                double b,
                double c,
                double d,
                double e,
                double f,
                double g,
                double h,
                double i,
                double j,
                double k,
                double l);
    }
}

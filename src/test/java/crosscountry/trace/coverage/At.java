package crosscountry.trace.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method of the coverage list, {@code static double[] name(double[] x)}: the point at which it is traced. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface At {
    double[] value();
}

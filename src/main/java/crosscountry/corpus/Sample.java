package crosscountry.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a function of the corpus and gives a typical point of its domain, where values and derivatives are finite. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Sample {
    /** One number for each input; arrays are written out entry by entry. The graph follows the branches taken here. */
    double[] value() default {};

    /** The lengths of array parameters from left to right; a double[][] takes two. */
    int[] sizes() default {};

    /** For functions of tensors instead: the shape of each parameter, as in "3x4", "4" or "" for a scalar. */
    String[] shapes() default {};
}

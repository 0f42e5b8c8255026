package crosscountry.trace;

/** A function of tensors; it returns a {@link Var}, a {@code Var[]} or a list of them. */
@FunctionalInterface
public interface TensorFunction {
    Object at(Var... x);
}

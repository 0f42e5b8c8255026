/**
 * Values and derivatives of graphs.
 *
 * <p>Begin with {@link crosscountry.jacobian.Jacobians}: it makes a {@link crosscountry.jacobian.JacobianPlan}, which
 * computes {@link crosscountry.jacobian.Jacobian}s, one at a time or as a {@link crosscountry.jacobian.JacobianBatch}.
 * A function that branches has a plan for each path ({@code PathsPlan}); {@code Paths} finds the path of a point.
 *
 * <p>Below this package: {@code program} writes an elimination out as straight-line code, {@code code} turns a program
 * into bytecode, {@code batch} runs it at many points. Above it: {@code export} writes plans as Java and LaTeX and
 * results as arrays of ND4J. Uses {@code graph}, {@code elimination}, and {@code search} for an order.
 */
package crosscountry.jacobian;

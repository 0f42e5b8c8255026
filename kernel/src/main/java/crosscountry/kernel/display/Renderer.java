package crosscountry.kernel.display;

/**
 * Draws one kind of value. Implementations have a public constructor without arguments and are named in
 * {@code META-INF/services/crosscountry.kernel.display.Renderer}; the first that accepts a value draws it. A missing
 * {@code text/plain} is filled in from {@code String.valueOf(value)}.
 */
public interface Renderer {

    /** Whether this renderer draws {@code value}; never called with null. */
    boolean accepts(Object value);

    /** The value in each form that a front end may show. */
    MimeBundle render(Object value);
}

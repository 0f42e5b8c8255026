package crosscountry.kernel.command;

import java.util.List;
import java.util.Optional;

/**
 * What a piece of Java evaluated to.
 *
 * @param value the value of the last expression; null when there is none
 * @param declared what the code declared, in order
 */
public record EvalResult(Object value, List<Declared> declared) {
    /** The methods that the code declared, in order; methods of classes are not among them. */
    public List<Declared.OfMethod> methods() {
        return declared.stream()
                .filter(Declared.OfMethod.class::isInstance)
                .map(Declared.OfMethod.class::cast)
                .toList();
    }

    /** The method of that name that the code declared last. */
    public Optional<Declared.OfMethod> method(String name) {
        return methods().stream().filter(method -> method.name().equals(name)).reduce((earlier, later) -> later);
    }
}

package crosscountry.kernel.command;

import java.util.List;
import java.util.Optional;

/**
 * What a piece of Java evaluated to.
 *
 * @param value the value of the last expression; null when there is none
 * @param declarations what the code declared, in order
 */
public record EvalResult(Object value, List<Declaration> declarations) {
    /** The methods that the code declared, in order; methods of classes are not among them. */
    public List<Declaration.OfMethod> methods() {
        return declarations.stream()
                .filter(Declaration.OfMethod.class::isInstance)
                .map(Declaration.OfMethod.class::cast)
                .toList();
    }

    /** The method of that name that the code declared last. */
    public Optional<Declaration.OfMethod> method(String name) {
        return methods().stream().filter(method -> method.name().equals(name)).reduce((earlier, later) -> later);
    }
}

package crosscountry.kernel.command;

import java.lang.reflect.Method;
import java.util.function.Supplier;

/** A name that a cell declares: a method, a type or a variable. */
public sealed interface Declared {
    String name();

    /**
     * A method at the top level of a cell.
     *
     * @param compiled looks the method up in the class that JShell compiled it into
     */
    record OfMethod(String name, Supplier<Method> compiled) implements Declared {
        /**
         * The compiled method; the resources of its class loader have its bytes as javac wrote them.
         *
         * @throws IllegalArgumentException naming what is missing if the method needs something not yet declared
         */
        public Method method() {
            return compiled.get();
        }
    }

    /** A class, record, enum or interface. */
    record OfType(String name) implements Declared {}

    /** @param type the declared type as Java source */
    record OfVariable(String name, String type) implements Declared {}
}

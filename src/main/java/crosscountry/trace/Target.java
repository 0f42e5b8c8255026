package crosscountry.trace;

import crosscountry.graph.Source;
import java.util.List;

/** A function that can be interpreted and called. */
interface Target {
    String name();

    /** Where the bytes of its classes come from. */
    ClassSource source();

    /** The class that it is written in. */
    Class<?> home();

    List<Parameter> parameters(Machine machine);

    /** Where it begins: the place of what no instruction caused. */
    Source start(Machine machine);

    Object interpret(Machine machine, Object[] arguments);

    /** Calls the function for real. */
    Object call(Object[] arguments) throws Throwable;
}

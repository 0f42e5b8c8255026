package crosscountry.graph;

/** An input of the function; ids are 1..I in argument order. */
public record Input(int id, String name, Shape shape) {}

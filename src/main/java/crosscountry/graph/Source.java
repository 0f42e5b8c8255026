package crosscountry.graph;

/** Where in the user's code an operation stands. */
public record Source(String method, int line) {
    @Override
    public String toString() {
        return method + ":" + line;
    }
}

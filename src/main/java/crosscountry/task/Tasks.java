package crosscountry.task;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The built-in tasks: nine scalar ones traced from Java, eight tensor ones read from graph files. */
public final class Tasks {
    private static final List<String> TENSOR = List.of(
            "Helmholtz", "FreeEnergy", "RoeFlux_3d", "BlackScholes_Jacobian", "Perceptron", "Encoder", "f", "g");

    private Tasks() {}

    public static List<String> names() {
        List<String> names = new ArrayList<>(ScalarTasks.names());
        names.addAll(TENSOR);
        return List.copyOf(names);
    }

    /** The graph of a task; an unknown name is an error with the nearest ones. */
    public static Graph graph(String name) {
        if (ScalarTasks.names().contains(name)) {
            return ScalarTasks.graph(name);
        }
        if (!TENSOR.contains(name)) {
            throw new GraphException("there is no task \"" + name + "\"" + Nearest.hint(name, names()));
        }
        try (InputStream in = Tasks.class.getResourceAsStream(name + ".json")) {
            return GraphJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package crosscountry.kernel.command;

import crosscountry.edge.Rules;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.task.Tasks;
import crosscountry.task.corpus.Corpus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a word of the user names: a graph, a cost. The same in a notebook and on the command line. */
public final class Named {
    private Named() {}

    /** A built-in task or a graph file. */
    public static Graph graph(String word) {
        return graph(word, Map.of());
    }

    /** A variable of the session, a built-in task or a graph file. */
    public static Graph graph(CommandContext context, String word) {
        return graph(word, graphs(context));
    }

    private static Graph graph(String word, Map<String, Graph> variables) {
        if (variables.containsKey(word)) {
            return variables.get(word);
        }
        if (Tasks.names().contains(word)) {
            return Tasks.graph(word);
        }
        if (word.startsWith(Corpus.PREFIX) && !isFile(word)) {
            return Corpus.graph(word);
        }
        if (isFile(word)) {
            return GraphJson.read(Path.of(word));
        }
        String known = variables.isEmpty() ? "" : "graphs here are " + String.join(", ", variables.keySet()) + "; ";
        throw new GraphException("\"" + word + "\" is neither a graph nor a graph file; " + known + "tasks are " + String.join(", ", Tasks.names())
                + "; tasks --corpus lists more functions, as corpus/NAME");
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The session's variables that are graphs, by name. */
    public static Map<String, Graph> graphs(CommandContext context) {
        Map<String, Graph> graphs = new LinkedHashMap<>();
        context.variables().forEach((name, type) -> {
            if (type.equals("Graph") || type.endsWith(".Graph") || type.equals("Object")) {
                context.variable(name).filter(Graph.class::isInstance).ifPresent(value -> graphs.put(name, (Graph) value));
            }
        });
        return graphs;
    }

    public static Rules cost(String word) {
        for (Rules rules : Rules.values()) {
            if (rules.label().equals(word)) {
                return rules;
            }
        }
        throw new GraphException("there is no cost \"" + word + "\"; costs are "
                + Arrays.stream(Rules.values()).map(Rules::label).collect(Collectors.joining(", ")));
    }

    /** Names that may stand for a graph and begin like this. */
    public static List<String> completions(CommandContext context, String begin) {
        List<String> names = new ArrayList<>(graphs(context).keySet());
        names.addAll(Tasks.names());
        if (begin.startsWith(Corpus.PREFIX)) {
            Corpus.names().forEach(name -> names.add(Corpus.PREFIX + name));
        }
        return names.stream().distinct().filter(name -> name.startsWith(begin)).toList();
    }
}

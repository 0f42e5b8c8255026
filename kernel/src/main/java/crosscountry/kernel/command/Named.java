package crosscountry.kernel.command;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.task.Nearest;
import crosscountry.task.Tasks;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a word of the user names: a graph, a cost. The same in a notebook and on the command line. */
public final class Named {
    /** What goes before the name of a built-in task where it might be taken for another. */
    private static final String TASK = "task/";

    private Named() {}

    /** A built-in task or a graph file. */
    public static Graph graph(String word) {
        return builtIn(word).orElseThrow(() -> unknown(word, List.of(), "tasks"));
    }

    /**
     * A graph or a method of the session, a built-in task or a graph file. What the user has wins over the task of its
     * name, and that is said once; {@code task/NAME} is always the task.
     */
    public static Graph graph(CommandContext context, String word) {
        Map<String, Graph> graphs = graphs(context);
        boolean method = !graphs.containsKey(word) && context.methods().contains(word);
        String task = Tasks.names().contains(word) ? "; the built-in task " + word + " is meant by " + TASK + word : "";
        if (graphs.containsKey(word) || method) {
            if (!task.isEmpty()) {
                context.sayOnce(word + " is your " + (method ? "method" : "graph") + task);
            }
            return method ? UserMethod.graph(context, word) : graphs.get(word);
        }
        if (!task.isEmpty() && context.variables().containsKey(word)) {
            throw new GraphException(
                    word + " is your variable of type " + context.variables().get(word) + ", which is no graph" + task);
        }
        return builtIn(word)
                .orElseThrow(() -> unknown(
                        word,
                        Stream.concat(graphs.keySet().stream(), context.methods().stream())
                                .toList(),
                        "%graphs"));
    }

    private static Optional<Graph> builtIn(String word) {
        if (Tasks.names().contains(word)) {
            return Optional.of(Tasks.graph(word));
        }
        if (isFile(word)) {
            return Optional.of(GraphJson.read(Path.of(word)));
        }
        if (word.startsWith(TASK)) {
            return Optional.of(Tasks.graph(word.substring(TASK.length())));
        }
        return word.startsWith(Corpus.PREFIX) ? Optional.of(Corpus.graph(word)) : Optional.empty();
    }

    private static GraphException unknown(String word, List<String> own, String lister) {
        List<String> names = new ArrayList<>(own);
        names.addAll(Tasks.names());
        Corpus.names().forEach(name -> names.add(Corpus.PREFIX + name));
        return new GraphException("\"" + word + "\" is neither a graph nor a graph file" + Nearest.hint(word, names)
                + " (" + lister + " lists all)");
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
                context.variable(name)
                        .filter(Graph.class::isInstance)
                        .ifPresent(value -> graphs.put(name, (Graph) value));
            }
        });
        return graphs;
    }

    public static CostModel cost(String word) {
        for (CostModel rules : CostModel.values()) {
            if (rules.label().equals(word)) {
                return rules;
            }
        }
        throw new GraphException("there is no cost \"" + word + "\"; costs are "
                + Arrays.stream(CostModel.values()).map(CostModel::label).collect(Collectors.joining(", ")));
    }

    /** Names that may stand for a graph and begin like this. */
    public static List<String> completions(CommandContext context, String begin) {
        List<String> names = new ArrayList<>(graphs(context).keySet());
        names.addAll(Tasks.names());
        names.addAll(context.methods());
        if (begin.startsWith(TASK)) {
            Tasks.names().forEach(name -> names.add(TASK + name));
        }
        if (begin.startsWith(Corpus.PREFIX)) {
            Corpus.names().forEach(name -> names.add(Corpus.PREFIX + name));
        }
        return names.stream().distinct().filter(name -> name.startsWith(begin)).toList();
    }
}

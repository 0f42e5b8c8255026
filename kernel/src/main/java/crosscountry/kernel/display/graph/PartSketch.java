package crosscountry.kernel.display.graph;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.graph.Drawing.Role;
import crosscountry.kernel.display.graph.Part.Loop;
import crosscountry.kernel.display.graph.Part.One;
import crosscountry.kernel.display.graph.Sketch.Join;
import crosscountry.kernel.display.graph.Sketch.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A long graph by its parts: a box for a loop, with how often it runs and what is done in it. */
final class PartSketch {
    /** More parts than this make no readable picture. */
    private static final int MOST = 60;

    private static final int LINE = 30;
    private static final int LINES = 5;

    private PartSketch() {}

    /** Empty where the graph has too many parts, or too many inputs. */
    static Optional<Sketch> of(Linearization state) {
        List<Part> parts = Parts.of(GraphSketch.shown(state));
        if (parts.size() > MOST) {
            parts = Parts.byLine(parts);
        }
        Graph graph = state.graph();
        if (parts.size() > MOST || graph.inputs().size() > MOST) {
            return Optional.empty();
        }
        int[] places = new int[graph.inputs().size() + graph.vertices().size() + 1];
        List<Node> nodes = new ArrayList<>();
        for (Input input : graph.inputs()) {
            places[input.id()] = nodes.size();
            nodes.add(new Node(Role.INPUT, "input", input.name(), "input " + input.name() + " " + input.shape(), ""));
        }
        List<Vertex> shown = GraphSketch.shown(state);
        Set<Integer> outputs = GraphSketch.outputs(graph);
        int from = 0;
        for (Part part : parts) {
            List<Vertex> all = shown.subList(from, from += part.size());
            all.forEach(vertex -> places[vertex.id()] = nodes.size());
            nodes.add(node(graph, part, all, all.stream().anyMatch(vertex -> outputs.contains(vertex.id()))));
        }
        return Optional.of(new Sketch(nodes, joins(state, places)));
    }

    private static List<Join> joins(Linearization state, int[] places) {
        record Ends(int from, int to) {}
        Map<Ends, List<Edge>> joined = new LinkedHashMap<>();
        for (Edge edge : state.edges()) {
            int to = edge.target() > state.graph().vertices().size()
                    ? 0
                    : places[state.graph().id(edge.target())];
            if (to > places[edge.source()]) {
                joined.computeIfAbsent(new Ends(places[edge.source()], to), fresh -> new ArrayList<>())
                        .add(edge);
            }
        }
        List<Join> joins = new ArrayList<>();
        joined.forEach((ends, edges) -> joins.add(new Join(
                ends.from(),
                ends.to(),
                Symbols.stroke(edges.get(0).type()),
                edges.size() == 1 ? "one edge" : String.format(Locale.ROOT, "%,d edges", edges.size()))));
        return joins;
    }

    private static Node node(Graph graph, Part part, List<Vertex> all, boolean output) {
        Role role = output ? Role.OUTPUT : Role.INTERMEDIATE;
        Vertex first = all.get(0);
        if (part instanceof One) {
            return new Node(
                    role,
                    Symbols.family(first.primitive()),
                    first.number() + " " + Symbols.of(first),
                    GraphText.line(graph, first),
                    "");
        }
        List<String> label = new ArrayList<>();
        if (part instanceof Loop loop) {
            label.add(loop.times());
        }
        List<Part> body = part instanceof Loop loop
                ? loop.body()
                : part.vertices().stream().map(vertex -> (Part) new One(vertex)).toList();
        label.addAll(wrapped(words(body), part.vertices().size()));
        lines(part).ifPresent(label::add);
        String detail = String.format(
                Locale.ROOT,
                "%,d operations, v%d to v%d",
                all.size(),
                first.number(),
                all.get(all.size() - 1).number());
        return new Node(role, family(part.vertices()), String.join("\n", label), detail, "");
    }

    private static List<String> words(List<Part> body) {
        List<String> words = new ArrayList<>();
        for (Part part : body) {
            if (part instanceof Loop loop) {
                List<String> inner = words(loop.body());
                words.add(loop.times() + " (" + inner.get(0) + (inner.size() == 1 ? ")" : ""));
                words.addAll(inner.subList(Math.min(1, inner.size()), Math.max(1, inner.size() - 1)));
                words.addAll(inner.size() == 1 ? List.of() : List.of(inner.get(inner.size() - 1) + ")"));
            } else {
                words.add(Symbols.of(part.vertices().get(0)));
            }
        }
        return words;
    }

    private static List<String> wrapped(List<String> words, int operations) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (line.length() > 0 && line.length() + word.length() + 1 > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= LINES
                ? lines
                : new ArrayList<>(
                        List.of(String.join("\n", lines.subList(0, LINES - 1)), "... (" + operations + " operations)"));
    }

    /** The lines of the source that a part comes from, by method. */
    private static Optional<String> lines(Part part) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        part.vertices().stream()
                .map(Vertex::source)
                .flatMap(Optional::stream)
                .forEach(source -> lines.computeIfAbsent(source.method(), fresh -> new ArrayList<>())
                        .add(source.line()));
        String text = lines.entrySet().stream()
                .map(entry -> range(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.length() <= LINE ? text : text.substring(0, LINE - 3) + "...");
    }

    private static String range(String method, List<Integer> lines) {
        int low = lines.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int high = lines.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return new Source(method, low) + (low == high ? "" : "-" + high);
    }

    /** The colour of most of the operations. */
    private static String family(List<Vertex> vertices) {
        Map<String, Integer> counts = new HashMap<>();
        vertices.forEach(vertex -> counts.merge(Symbols.family(vertex.primitive()), 1, Integer::sum));
        Set<String> families = new HashSet<>(counts.keySet());
        return families.size() == 1
                ? families.iterator().next()
                : families.contains("function") ? "function" : "structure";
    }
}

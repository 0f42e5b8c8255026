package crosscountry.graph;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Graphs as JSON: fields {@code inputs}, {@code vertices}, {@code outputs} and optionally {@code edges} and
 * {@code conditions}; others are ignored. Reading runs no code; a bad file is a {@link GraphException} of one sentence
 * that names the place.
 */
public final class GraphJson {
    private GraphJson() {}

    public static Graph read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new GraphException(
                    "cannot read graph file " + file + " (" + e.getClass().getSimpleName() + ")");
        }
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            return read(text, name);
        } catch (GraphException e) {
            throw new GraphException(file.getFileName() + ": " + e.getMessage());
        }
    }

    /** Reads a graph whose name is the file's field {@code name}, or else {@code defaultName}. */
    public static Graph read(String text, String defaultName) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new GraphException("not a JSON graph" + place + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        return read(json, defaultName);
    }

    public static Graph read(JsonNode json, String defaultName) {
        JsonField root = new JsonField("", json);
        if (!json.isObject()) {
            throw new GraphException("a graph file must hold one object with inputs, vertices and outputs");
        }
        String name = root.has("name") ? root.at("name").text() : defaultName;
        List<Shape> shapes = new ArrayList<>();
        List<Input> inputs = inputs(root.at("inputs"), shapes);
        List<Vertex> vertices = new ArrayList<>();
        for (JsonField field : root.at("vertices").items()) {
            vertices.add(vertex(field, inputs.size(), vertices.size() + 1, shapes));
        }
        List<Operand> outputs = new ArrayList<>();
        for (JsonField field : root.at("outputs").items()) {
            outputs.add(operand(field, shapes.size()));
        }
        Optional<List<GivenEdge>> edges = root.has("edges")
                ? Optional.of(root.at("edges").items().stream()
                        .map(f -> edge(f, shapes.size(), vertices.size()))
                        .toList())
                : Optional.empty();
        List<Condition> conditions = new ArrayList<>();
        for (JsonField field : root.has("conditions") ? root.at("conditions").items() : List.<JsonField>of()) {
            conditions.add(condition(field, shapes));
        }
        return new Graph(name, inputs, vertices, outputs, edges, conditions, Optional.empty());
    }

    private static Condition condition(JsonField field, List<Shape> shapes) {
        String label = field.at("relation").text();
        Relation relation = Relation.named(label)
                .orElseThrow(() -> field.at("relation")
                        .bad("one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Relation.values())
                                                .map(Relation::label)
                                                .toList())));
        Optional<Source> source = field.has("method")
                ? Optional.of(
                        new Source(field.at("method").text(), field.at("line").integer()))
                : Optional.empty();
        return new Condition(scalar(field.at("left"), shapes), relation, scalar(field.at("right"), shapes), source);
    }

    private static Operand scalar(JsonField field, List<Shape> shapes) {
        Operand operand = operand(field, shapes.size());
        Shape shape = operand instanceof Operand.Ref ref
                ? shapes.get(ref.id() - 1)
                : ((Operand.Literal) operand).value().shape();
        if (shape.size() != 1) {
            throw field.bad("one number; conditions are about scalars");
        }
        return operand;
    }

    private static List<Input> inputs(JsonField list, List<Shape> shapes) {
        List<Input> inputs = new ArrayList<>();
        for (JsonField field : list.items()) {
            int id = inputs.size() + 1;
            if (field.at("id").integer() != id) {
                throw field.at("id").bad(id + ", since ids count from 1 in order");
            }
            String name = field.has("name") ? field.at("name").text() : "x" + id;
            Shape shape = field.at("shape").shape();
            inputs.add(new Input(id, name, shape));
            shapes.add(shape);
        }
        return inputs;
    }

    private static Vertex vertex(JsonField field, int inputs, int number, List<Shape> shapes) {
        if (field.at("vertex").integer() != number) {
            throw field.at("vertex").bad(number + ", since vertices count from 1 in order");
        }
        int id = inputs + number;
        if (field.at("id").integer() != id) {
            throw field.at("id").bad(id + " (number of inputs + vertex)");
        }
        String label = field.at("primitive").text();
        Primitive primitive = Primitive.named(label)
                .orElseThrow(() -> new GraphException(field.place() + ".primitive: there is no primitive \"" + label
                        + "\"; primitives are " + names()));
        List<Operand> operands = new ArrayList<>();
        List<Shape> operandShapes = new ArrayList<>();
        for (JsonField item : field.at("operands").items()) {
            Operand operand = operand(item, id - 1);
            operands.add(operand);
            operandShapes.add(
                    operand instanceof Operand.Ref ref
                            ? shapes.get(ref.id() - 1)
                            : ((Operand.Literal) operand).value().shape());
        }
        Shape shape = field.at("shape").shape();
        Params params = ParamsJson.read(primitive, field.at("params"), shape);
        Shape expected;
        try {
            expected = ShapeRules.result(primitive, params, operandShapes);
        } catch (GraphException e) {
            throw new GraphException(field.place() + ": " + e.getMessage());
        }
        if (!expected.equals(shape)) {
            throw new GraphException(field.place() + ".shape is " + shape + ", but " + primitive
                    + " of these operands has shape " + expected);
        }
        shapes.add(shape);
        return new Vertex(number, id, primitive, params, operands, shape, Optional.empty());
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Primitive primitive : Primitive.values()) {
            names.add(primitive.label());
        }
        return String.join(", ", names);
    }

    private static Operand operand(JsonField field, int last) {
        if (field.has("ref")) {
            int id = field.at("ref").integer();
            if (id < 1 || id > last) {
                throw field.at("ref").bad("an id that exists before it is read, 1.." + last);
            }
            return new Operand.Ref(id);
        }
        JsonField literal = field.at("literal");
        if (literal.node().isMissingNode()) {
            throw field.bad("an operand, {\"ref\": id} or {\"literal\": number}");
        }
        return new Operand.Literal(literal.node().isArray() ? array(field, literal) : Tensor.scalar(literal.number()));
    }

    private static Tensor array(JsonField field, JsonField literal) {
        List<Double> numbers = new ArrayList<>();
        flatten(literal, numbers);
        double[] data = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Shape shape = field.at("shape").shape();
        if (shape.size() != data.length) {
            throw literal.bad("a list of " + shape.size() + " numbers, as its shape " + shape + " says");
        }
        return new Tensor(shape, data);
    }

    private static void flatten(JsonField field, List<Double> numbers) {
        if (!field.node().isArray()) {
            numbers.add(field.number());
            return;
        }
        for (JsonField item : field.items()) {
            flatten(item, numbers);
        }
    }

    private static GivenEdge edge(JsonField field, int ids, int vertices) {
        List<Integer> e = field.integers();
        // one virtual vertex may stand behind every output that is read again
        boolean fits = e.size() == 7
                && e.get(0) >= 1
                && e.get(0) <= ids
                && e.get(1) >= 1
                && e.get(1) <= 2 * vertices
                && e.get(2) >= -10
                && e.get(2) <= 11
                && e.subList(3, 7).stream().allMatch(extent -> extent >= 0);
        if (!fits) {
            throw field.bad("[source id 1.." + ids + ", target vertex, type -10..11, o1, o2, p1, p2]");
        }
        return new GivenEdge(e.get(0), e.get(1), e.get(2), e.get(3), e.get(4), e.get(5), e.get(6));
    }

    /** The graph in the format that {@link #read} takes. */
    public static String write(Graph graph) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("name", graph.name());
        ArrayNode inputs = json.putArray("inputs");
        for (Input input : graph.inputs()) {
            ObjectNode node = inputs.addObject().put("id", input.id()).put("name", input.name());
            node.set("shape", ParamsJson.numbers(input.shape().extents()));
        }
        ArrayNode vertices = json.putArray("vertices");
        for (Vertex vertex : graph.vertices()) {
            ObjectNode node =
                    vertices.addObject().put("vertex", vertex.number()).put("id", vertex.id());
            node.put("primitive", vertex.primitive().label()).set("params", ParamsJson.write(vertex.params()));
            ArrayNode operands = node.putArray("operands");
            vertex.operands().forEach(operand -> write(operand, operands.addObject()));
            node.set("shape", ParamsJson.numbers(vertex.shape().extents()));
        }
        ArrayNode outputs = json.putArray("outputs");
        graph.outputs().forEach(output -> write(output, outputs.addObject()));
        graph.edges().ifPresent(edges -> {
            ArrayNode list = json.putArray("edges");
            edges.forEach(e -> list.add(
                    ParamsJson.numbers(List.of(e.source(), e.target(), e.type(), e.o1(), e.o2(), e.p1(), e.p2()))));
        });
        if (!graph.conditions().isEmpty()) {
            ArrayNode list = json.putArray("conditions");
            graph.conditions().forEach(condition -> write(condition, list.addObject()));
        }
        return json.toString();
    }

    private static void write(Condition condition, ObjectNode node) {
        write(condition.left(), node.putObject("left"));
        node.put("relation", condition.relation().label());
        write(condition.right(), node.putObject("right"));
        condition
                .source()
                .ifPresent(source -> node.put("method", source.method()).put("line", source.line()));
    }

    private static void write(Operand operand, ObjectNode node) {
        if (operand instanceof Operand.Ref ref) {
            node.put("ref", ref.id());
            return;
        }
        Tensor value = ((Operand.Literal) operand).value();
        if (value.isScalar()) {
            node.put("literal", value.data()[0]);
        } else {
            ArrayNode list = node.putArray("literal");
            for (double number : value.data()) {
                list.add(number);
            }
        }
        node.set("shape", ParamsJson.numbers(value.shape().extents()));
    }
}

package crosscountry.trace.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes a program of a seed: statements from the idioms, holes filled with expressions. */
final class Grammar {
    private static final List<Double> NICE = List.of(1.0, 2.0, 3.0, 0.5, 1.5, -1.0, 0.0, 2.5);

    private static final Idiom PLAIN = new Idiom("plain", List.of(), "", "acc -= $D;\n", List.of());

    private final List<Idiom> idioms;
    private final Random random;
    private final Expressions expressions;
    private int units;

    private Grammar(List<Idiom> idioms, long seed) {
        this.idioms = idioms;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
        this.expressions = new Expressions(random);
    }

    static Program program(List<Idiom> idioms, long seed) {
        return new Grammar(idioms, seed).program(seed, 0);
    }

    /** With so many statements. */
    static Program program(List<Idiom> idioms, long seed, int statements) {
        return new Grammar(idioms, seed).program(seed, statements);
    }

    private Program program(long seed, int count) {
        Program.Form form = expressions.pick(List.of(Program.Form.values()));
        double[] point = IntStream.range(0, 3).mapToDouble(i -> number()).toArray();
        List<Scope.Variable> variables = new ArrayList<>(List.of(
                new Scope.Variable('D', "x0", true),
                new Scope.Variable('D', "x1", true),
                new Scope.Variable('D', "x2", true),
                new Scope.Variable('D', "acc", false),
                new Scope.Variable('I', "count", false),
                new Scope.Variable('A', "xs", true)));
        if (form == Program.Form.ARRAY_AND_COUNT) {
            variables.add(new Scope.Variable('I', "n", true));
        }
        Scope scope = Scope.of(variables);
        List<Node> nodes = statements(scope, count > 0 ? count : 1 + random.nextInt(6));
        List<String> names = scope.names('D', false);
        List<String> results = new ArrayList<>(names.subList(Math.min(3, Math.max(0, names.size() - 4)), names.size()));
        List<String> arrays = scope.names('A', false);
        results.add(arrays.get(arrays.size() - 1) + "[0]");
        return new Program(seed, form, nodes, results, point);
    }

    private double number() {
        return random.nextInt(4) == 0 ? expressions.pick(NICE) : random.nextDouble() * 4 - 1.5;
    }

    private List<Node> statements(Scope scope, int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(statement(scope));
        }
        return nodes;
    }

    private Node statement(Scope scope) {
        Idiom idiom = expressions.pick(idioms);
        for (int tries = 0; idiom.has("loop") && scope.loops > 1 || idiom.has("block") && scope.depth > 2; tries++) {
            idiom = tries < 20 ? expressions.pick(idioms) : PLAIN;
        }
        int unit = ++units;
        List<Part> members = parts(idiom, idiom.members(), scope, unit);
        List<Part> body = parts(idiom, idiom.body(), scope, unit);
        StringBuilder standIn = new StringBuilder();
        for (Scope.Variable variable : idiom.exports()) {
            String name = variable.name().replace("$u", String.valueOf(unit));
            scope.variables.add(new Scope.Variable(variable.type(), name, variable.isFinal()));
            standIn.append(
                            switch (variable.type()) {
                                case 'D' -> "double " + name + " = 1.25";
                                case 'I' -> "int " + name + " = 1";
                                case 'B' -> "boolean " + name + " = true";
                                case 'L' -> "long " + name + " = 1";
                                default -> "double[] " + name + " = {1.25, 0.5}";
                            })
                    .append(";\n");
        }
        return new Node(members, body, standIn.toString());
    }

    private List<Part> parts(Idiom idiom, String text, Scope scope, int unit) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', from)) {
            parts.add(new Part.Text(text.substring(from, at)));
            char kind = text.charAt(at + 1);
            from = at + 2;
            List<String> extra = List.of();
            if (from < text.length() && text.charAt(from) == '{' && "DFXYIGBEL".indexOf(kind) >= 0) {
                int close = text.indexOf('}', from);
                extra = Arrays.asList(text.substring(from + 1, close)
                        .replace("$u", String.valueOf(unit))
                        .split(","));
                from = close + 1;
            }
            parts.add(part(idiom, kind, extra, scope, unit));
        }
        parts.add(new Part.Text(text.substring(from)));
        return parts;
    }

    private Part part(Idiom idiom, char kind, List<String> extra, Scope scope, int unit) {
        return switch (kind) {
            case 'u' -> new Part.Text(String.valueOf(unit));
            case 'C' -> new Part.Text(expressions.constant());
            case 'K' -> new Part.Text(String.valueOf(1 + random.nextInt(4)));
            case 'N' -> new Part.Text(String.valueOf(random.nextInt(3)));
            case 'R' -> new Part.Text(expressions.pick(List.of("<", ">", "<=", ">=")));
            case 'A' -> new Part.Text(expressions.array(scope, false));
            case 'd' -> new Part.Text(expressions.pick(scope.mutable('D')));
            case 'S' -> new Part.Block(block(scope.inner(idiom.has("loop"))));
            case 'D' -> Expressions.asDouble(expressions.make(kind, with(scope, extra), false, 2));
            case 'I', 'B', 'L' -> expressions.make(kind, with(scope, extra), false, 2);
            case 'F' -> Expressions.asDouble(expressions.make('D', with(scope, extra), true, 2));
            case 'G' -> expressions.make('I', with(scope, extra), true, 2);
            case 'E' -> expressions.make('B', with(scope, extra), true, 2);
            case 'X' -> Expressions.asDouble(expressions.make('D', with(Scope.of(List.of()), extra), true, 2));
            case 'Y' -> expressions.make('B', with(Scope.of(List.of()), extra), true, 2);
            default -> throw new IllegalStateException("no $" + kind + " in " + idiom.name());
        };
    }

    private static Scope with(Scope scope, List<String> extra) {
        Scope inner = scope.inner(false);
        extra.forEach(name -> inner.variables.add(0, new Scope.Variable('D', name, true)));
        extra.forEach(name -> inner.variables.add(new Scope.Variable('D', name, true)));
        return inner;
    }

    private List<Node> block(Scope scope) {
        List<Node> nodes = new ArrayList<>(statements(scope, 1 + random.nextInt(2)));
        nodes.add(new Node(
                List.of(),
                List.of(
                        new Part.Text("acc = 0.5 * acc + "),
                        expressions.make('D', scope, false, 1),
                        new Part.Text(";\n")),
                ""));
        return nodes;
    }
}

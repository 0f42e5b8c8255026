package crosscountry.trace;

import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Refusal;
import java.util.Set;
import java.util.StringJoiner;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Text made of symbolic values: the text at the traced point, marked so that it may be joined, stored, thrown and
 * printed, but not inspected. What the traced run prints to the console is dropped.
 */
final class Texts implements Call.Model {
    static final Set<String> CLASSES = Set.of(
            "java.lang.String",
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.lang.AbstractStringBuilder",
            "java.util.StringJoiner",
            "java.io.PrintStream");
    /** Marks a text as depending on the inputs; the same string is never marked for anybody else. */
    static String mark(Machine machine, String text) {
        String own = new String(text);
        machine.texts.add(own);
        return own;
    }

    /** A value of this type as it would be boxed. */
    static Object real(Object value, Type type) {
        return value instanceof Integer && type.getSort() < Type.INT ? Lambdas.box(value, type) : value;
    }

    /** No code but ours may look at a marked text. */
    static void refuse(Call call) {
        for (Object value : call.x()) {
            refuse(call.machine(), value, "the call of " + call.method());
        }
    }

    static void refuse(Machine machine, Object value, String what) {
        if (machine.texts.contains(value)) {
            throw new Refusal(what + " looks at the text of a value that depends on the inputs");
        }
    }

    @Override
    public Object answer(Call call) {
        Machine machine = call.machine();
        Object[] x = call.x();
        if (call.opcode() != Opcodes.INVOKESTATIC && x.length > 0 && (x[0] == System.out || x[0] == System.err)) {
            machine.tape.print();
            return call.descriptor().endsWith("V") ? null : call.name().equals("checkError") ? 0 : x[0];
        }
        boolean changed = false;
        for (Object value : x) {
            changed |= Values.isStandIn(value) || machine.texts.contains(value);
        }
        return changed ? changed(call, x) : Call.UNKNOWN;
    }

    /**
     * A call on or with something other than plain real text; calls that are not known here are refused where they
     * would run for real.
     */
    private static Object changed(Call call, Object[] x) {
        Machine machine = call.machine();
        Type[] types = Type.getArgumentTypes(call.descriptor());
        return switch (call.name()) {
            case "valueOf" -> x[0] instanceof Array ? Call.UNKNOWN : shown(call, x[0], types[0]);
            case "append" ->
                x.length != 2 || x[1] instanceof Array
                        ? Call.UNKNOWN
                        : insert(call, x[0], -1, shown(call, x[1], types[0]));
            case "add" -> x[0] instanceof StringJoiner ? added(call, (StringJoiner) x[0], x[1]) : Call.UNKNOWN;
            case "insert" ->
                x.length != 3 || x[2] instanceof Array
                        ? Call.UNKNOWN
                        : insert(call, x[0], (Integer) x[1], shown(call, x[2], types[1]));
            case "toString" ->
                x[0] instanceof String || x.length > 1
                        ? x[0]
                        : marked(machine, machine.texts.contains(x[0]), x[0].toString());
            case "concat" -> marked(machine, true, x[0] + (String) x[1]);
            case "<init>" -> made(call, x);
            case "format" ->
                x[0] instanceof String pattern && x.length == 2
                        ? format(call, pattern, x[1])
                        : x.length == 3 ? format(call, (String) x[1], x[2]) : Call.UNKNOWN;
            case "formatted" -> format(call, (String) x[0], x[1]);
            case "join" -> joined(call, x);
            case "equals" -> Values.isStandIn(x[1]) && !machine.texts.contains(x[0]) ? (Object) 0 : Call.UNKNOWN;
            default -> Call.UNKNOWN;
        };
    }

    private static String shown(Call call, Object value, Type type) {
        return call.machine().text(call.at(), real(value, type));
    }

    private static String marked(Machine machine, boolean marked, String text) {
        return marked ? mark(machine, text) : text;
    }

    private static Object insert(Call call, Object builder, int at, String text) {
        if (builder instanceof StringBuilder b) {
            b.insert(at < 0 ? b.length() : at, text);
        } else if (builder instanceof StringBuffer b) {
            b.insert(at < 0 ? b.length() : at, text);
        } else {
            return Call.UNKNOWN;
        }
        if (call.machine().texts.contains(text)) {
            call.machine().texts.add(builder);
        }
        return builder;
    }

    private static Object added(Call call, StringJoiner joiner, Object text) {
        joiner.add((CharSequence) text);
        call.machine().texts.add(joiner);
        return joiner;
    }

    private static Object made(Call call, Object[] x) {
        if (x.length != 1 || !(x[0] instanceof CharSequence text)) {
            return Call.UNKNOWN;
        }
        if (call.owner() == String.class) {
            return mark(call.machine(), text.toString());
        }
        Object builder = call.owner() == StringBuilder.class ? new StringBuilder(text) : new StringBuffer(text);
        call.machine().texts.add(builder);
        return builder;
    }

    private static Object format(Call call, String pattern, Object arguments) {
        refuse(call.machine(), pattern, "the call of " + call.method());
        if (arguments == null) {
            return String.format(pattern);
        }
        Object[] values = ((Array) arguments).elements().clone();
        boolean marked = false;
        for (int k = 0; k < values.length; k++) {
            Object value = Doubles.unbox(values[k]);
            marked |= value instanceof Symbol;
            if (Values.isStandIn(value)) {
                value = value instanceof Symbol symbol
                        ? (Object) symbol.value()
                        : call.machine().text(call.at(), value);
            }
            marked |= call.machine().texts.contains(value);
            values[k] = value;
        }
        try {
            return marked(call.machine(), marked, String.format(pattern, values));
        } catch (IllegalArgumentException e) {
            throw new Values.Thrown(e);
        }
    }

    private static Object joined(Call call, Object[] x) {
        Object[] elements = x[1] instanceof Array array
                ? array.elements()
                : ((Array) call.machine()
                                .call(
                                        call.at(),
                                        Opcodes.INVOKEINTERFACE,
                                        java.util.Collection.class,
                                        "toArray",
                                        "()[Ljava/lang/Object;",
                                        x[1]))
                        .elements();
        StringBuilder text = new StringBuilder();
        boolean marked = call.machine().texts.contains(x[0]);
        for (int k = 0; k < elements.length; k++) {
            String part = call.machine().text(call.at(), elements[k]);
            marked |= call.machine().texts.contains(part);
            text.append(k == 0 ? "" : x[0]).append(part);
        }
        return marked(call.machine(), marked, text.toString());
    }
}

package crosscountry.trace;

import crosscountry.graph.Source;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Lambda;
import crosscountry.trace.Values.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What invokedynamic makes: lambdas, strings joined with plus, the methods of records, switches over patterns. */
final class Dynamic {
    private Dynamic() {}

    static Object call(Machine machine, Code code, Source at, InvokeDynamicInsnNode node, Object[] arguments) {
        return switch (node.bsm.getOwner()) {
            case "java/lang/invoke/LambdaMetafactory" -> lambda(machine, code, node, Arrays.asList(arguments));
            case "java/lang/invoke/StringConcatFactory" -> concat(machine, at, node, arguments);
            case "java/lang/runtime/ObjectMethods" -> recordMethod(machine, code, at, node, arguments);
            case "java/lang/runtime/SwitchBootstraps" -> switchCase(machine, code, node, arguments);
            default ->
                throw new Refusal("a call site made by " + node.bsm.getOwner().replace('/', '.') + " is not supported");
        };
    }

    /** The lambda that this call site makes from what it captures. */
    static Lambda lambda(Machine machine, Code code, InvokeDynamicInsnNode node, List<Object> captured) {
        Handle body = (Handle) node.bsmArgs[1];
        List<Class<?>> others = new ArrayList<>();
        int flags = node.bsm.getName().equals("altMetafactory") ? (Integer) node.bsmArgs[3] : 0;
        if ((flags & java.lang.invoke.LambdaMetafactory.FLAG_SERIALIZABLE) != 0) {
            others.add(java.io.Serializable.class);
        }
        if ((flags & java.lang.invoke.LambdaMetafactory.FLAG_MARKERS) != 0) {
            int count = (Integer) node.bsmArgs[4];
            for (int k = 0; k < count; k++) {
                others.add(machine.type(code, (Type) node.bsmArgs[5 + k]));
            }
        }
        return new Lambda(
                machine.type(code, Type.getReturnType(node.desc)),
                others,
                node.name,
                (Type) node.bsmArgs[0],
                (Type) node.bsmArgs[2],
                machine.type(code, body.getOwner()),
                body,
                captured);
    }

    private static String concat(Machine machine, Source at, InvokeDynamicInsnNode node, Object[] arguments) {
        String recipe = node.bsmArgs.length == 0 ? "\1".repeat(arguments.length) : (String) node.bsmArgs[0];
        Type[] types = Type.getArgumentTypes(node.desc);
        StringBuilder text = new StringBuilder();
        boolean marked = false;
        int argument = 0;
        int constant = 1;
        for (char c : recipe.toCharArray()) {
            if (c == '\1') {
                Object value = Texts.real(arguments[argument], types[argument]);
                String part = machine.text(at, value);
                marked |= machine.texts.contains(part) || machine.texts.contains(value);
                text.append(part);
                argument++;
            } else {
                text.append(c == '\2' ? node.bsmArgs[constant++] : c);
            }
        }
        return marked ? Texts.mark(machine, text.toString()) : text.toString();
    }

    /** equals, hashCode and toString of records: by the components, as the language specifies. */
    private static Object recordMethod(
            Machine machine, Code code, Source at, InvokeDynamicInsnNode node, Object[] arguments) {
        Class<?> type = machine.type(code, (Type) node.bsmArgs[0]);
        String[] names = ((String) node.bsmArgs[1]).isEmpty() ? new String[0] : ((String) node.bsmArgs[1]).split(";");
        Instance record = (Instance) arguments[0];
        if (node.name.equals("equals")) {
            if (!(arguments[1] instanceof Instance other) || other.type != type) {
                return 0;
            }
            for (int k = 0; k < names.length; k++) {
                Type component = Type.getType(((Handle) node.bsmArgs[2 + k]).getDesc());
                if (!same(
                        machine,
                        at,
                        component(machine, record, type, names[k]),
                        component(machine, other, type, names[k]),
                        component)) {
                    return 0;
                }
            }
            return 1;
        }
        int hash = 0;
        List<Object> shown = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            Object value = Lambdas.adapt(
                    component(machine, record, type, names[k]),
                    Type.getType(((Handle) node.bsmArgs[2 + k]).getDesc()),
                    Type.getType(Object.class));
            if (node.name.equals("hashCode")) {
                hash = 31 * hash
                        + (value == null
                                ? 0
                                : (Integer) machine.call(
                                        at, Opcodes.INVOKEVIRTUAL, Object.class, "hashCode", "()I", value));
            } else {
                shown.add(machine.text(at, value));
            }
        }
        if (node.name.equals("hashCode")) {
            return hash;
        }
        StringBuilder text = new StringBuilder(type.getSimpleName()).append('[');
        for (int k = 0; k < names.length; k++) {
            text.append(k == 0 ? "" : ", ").append(names[k]).append('=').append(shown.get(k));
        }
        String all = text.append(']').toString();
        return shown.stream().anyMatch(machine.texts::contains) ? Texts.mark(machine, all) : all;
    }

    private static Object component(Machine machine, Instance record, Class<?> type, String name) {
        return machine.bridge.field(record, machine.layouts.slot(type, name));
    }

    private static boolean same(Machine machine, Source at, Object a, Object b, Type type) {
        if (type.getSort() == Type.DOUBLE) {
            return Doubles.compare(machine.tape, at, a, b) == 0;
        }
        if (type.getSort() < Type.ARRAY || a == null || b == null) {
            return a == null ? b == null : a.equals(b);
        }
        return (Integer) machine.call(at, Opcodes.INVOKEVIRTUAL, Object.class, "equals", "(Ljava/lang/Object;)Z", a, b)
                != 0;
    }

    /** The first label, from the restart index on, that fits the selector; see java.lang.runtime.SwitchBootstraps. */
    private static Object switchCase(Machine machine, Code code, InvokeDynamicInsnNode node, Object[] arguments) {
        Object selector = arguments[0];
        int restart = (Integer) arguments[1];
        if (selector == null) {
            return -1;
        }
        for (int k = restart; k < node.bsmArgs.length; k++) {
            Object label = node.bsmArgs[k];
            boolean fits;
            if (label instanceof Type type) {
                fits = Values.isInstance(machine.type(code, type), selector);
            } else if (label instanceof Integer number) {
                Object value =
                        selector instanceof Character || selector instanceof Number && !Values.isStandIn(selector)
                                ? Lambdas.unbox(selector)
                                : null;
                fits = value instanceof Integer i && i.equals(number);
            } else if (label instanceof String name
                    && (node.name.equals("enumSwitch") || !(selector instanceof String))) {
                fits = selector instanceof Instance constant
                        && Enum.class.isAssignableFrom(constant.type)
                        && name.equals(machine.bridge.field(constant, machine.layouts.slot(Enum.class, "name")));
            } else if (label instanceof String) {
                Texts.refuse(machine, selector, "a switch");
                fits = label.equals(selector);
            } else {
                throw new Refusal("a switch over such labels is not supported");
            }
            if (fits) {
                return k;
            }
        }
        return node.bsmArgs.length;
    }
}

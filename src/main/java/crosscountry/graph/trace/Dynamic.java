package crosscountry.graph.trace;

import crosscountry.graph.Source;
import crosscountry.graph.trace.Bridge.Refusal;
import crosscountry.graph.trace.Values.Array;
import crosscountry.graph.trace.Values.Instance;
import crosscountry.graph.trace.Values.Lambda;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What invokedynamic makes: lambdas, and strings joined with plus. */
final class Dynamic {
    private Dynamic() {}

    static Object call(Machine machine, Source at, InvokeDynamicInsnNode node, List<Object> arguments) {
        return switch (node.bsm.getOwner()) {
            case "java/lang/invoke/LambdaMetafactory" -> new Lambda(
                    machine.type(Type.getReturnType(node.desc)), node.name, (Handle) node.bsmArgs[1], arguments);
            case "java/lang/invoke/StringConcatFactory" -> concat(node, arguments);
            default -> throw new Refusal("a call site made by " + node.bsm.getOwner().replace('/', '.') + " is not supported");
        };
    }

    private static String concat(InvokeDynamicInsnNode node, List<Object> arguments) {
        String recipe = node.bsmArgs.length == 0 ? "\1".repeat(arguments.size()) : (String) node.bsmArgs[0];
        Type[] types = Type.getArgumentTypes(node.desc);
        StringBuilder text = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (char c : recipe.toCharArray()) {
            if (c == '\1') {
                text.append(text(arguments.get(argument), types[argument]));
                argument++;
            } else {
                text.append(c == '\2' ? node.bsmArgs[constant++] : c);
            }
        }
        return text.toString();
    }

    private static Object text(Object value, Type type) {
        if (value instanceof Symbol || value instanceof Instance || value instanceof Array) {
            throw new Refusal("a symbolic value or object has no text while tracing");
        }
        return type == Type.CHAR_TYPE ? (Object) (char) (int) (Integer) value
                : type == Type.BOOLEAN_TYPE ? (Object) ((Integer) value != 0) : value;
    }

    static boolean isInstance(Class<?> type, Object value) {
        if (value == null) {
            return false;
        }
        Class<?> actual = value instanceof Symbol ? Double.class
                : value instanceof Instance i ? i.type
                : value instanceof Lambda l ? l.type
                : value instanceof Array a ? a.component().arrayType()
                : value.getClass();
        return type.isAssignableFrom(actual);
    }
}

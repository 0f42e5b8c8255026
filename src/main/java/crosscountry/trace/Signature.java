package crosscountry.trace;

import crosscountry.graph.GraphException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;

/** What the parameters of a method take, by their types, the sizes of arrays and the values bound to them. */
final class Signature {
    private final Code code;
    private final Iterator<Integer> sizes;
    private final Map<String, Object> bound;

    Signature(Code code, List<Integer> sizes, Map<String, Object> bound) {
        this.code = code;
        this.sizes = sizes.iterator();
        this.bound = bound;
    }

    /** The last parameters, of these types; captured values precede them. */
    List<Parameter> parameters(Class<?>[] types) {
        List<String> names = names();
        List<Parameter> parameters = new ArrayList<>();
        for (int k = 0; k < types.length; k++) {
            int named = names.size() - types.length + k;
            parameters.add(parameter(types[k], named < 0 ? "x" + (k + 1) : names.get(named)));
        }
        if (sizes.hasNext()) {
            throw new GraphException(method() + " got more array sizes than its parameters need");
        }
        List<String> unknown = bound.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new GraphException(method() + " has no parameter " + unknown.get(0) + "; its parameters are "
                    + String.join(", ", names));
        }
        return parameters;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (code != null) {
            int slot = code.isStatic() ? 0 : 1;
            Type[] types = Type.getArgumentTypes(code.method.desc);
            for (int k = 0; k < types.length; k++) {
                names.add(name(slot, k));
                slot += types[k].getSize();
            }
        }
        return names;
    }

    private String method() {
        return code == null ? "the function" : code.method.name;
    }

    /** The parameter's name as compiled; x1, x2, ... where names were not kept. */
    private String name(int slot, int index) {
        if (code.method.parameters != null && index < code.method.parameters.size()) {
            return code.method.parameters.get(index).name;
        }
        List<LocalVariableNode> variables = code.method.localVariables;
        if (variables != null) {
            for (LocalVariableNode variable : variables) {
                if (variable.index == slot && code.place(variable.start) <= 1) {
                    return variable.name;
                }
            }
        }
        return "x" + (index + 1);
    }

    private Parameter parameter(Class<?> type, String name) {
        if (bound.containsKey(name)) {
            return new Parameter.Bound(coerced(bound.get(name), type, name), type);
        }
        if (type == double.class || type == Double.class || type == Object.class) {
            return new Parameter.Scalar(name, type != double.class);
        }
        if (type.isArray()) {
            return array(type, name);
        }
        if (type.isRecord()) {
            List<Parameter> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.add(parameter(component.getType(), name + "." + component.getName()));
            }
            return new Parameter.Composite(type, components);
        }
        throw new GraphException("the parameter " + name + " of " + method() + " is a " + type.getSimpleName()
                + "; bind a value to it, or use double, double[], double[][] or a record of these");
    }

    private Object coerced(Object value, Class<?> type, String name) {
        Class<?> wanted = type.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
        if (value == null && !type.isPrimitive() || wanted.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            if (wanted == Double.class) {
                return number.doubleValue();
            }
            if (wanted == Long.class && !(value instanceof Double || value instanceof Float)) {
                return number.longValue();
            }
            if (value instanceof Integer i
                    && (wanted == Short.class && i == (short) (int) i || wanted == Byte.class && i == (byte) (int) i)) {
                return wanted == Short.class ? (Object) (short) (int) i : (Object) (byte) (int) i;
            }
        }
        if (value instanceof String text && text.length() == 1 && wanted == Character.class) {
            return text.charAt(0);
        }
        throw new GraphException("the parameter " + name + " of " + method() + " is a " + type.getSimpleName()
                + ", and the value bound to it is a "
                + (value == null ? "null" : value.getClass().getSimpleName()));
    }

    private Parameter array(Class<?> type, String name) {
        List<Integer> extents = new ArrayList<>();
        for (Class<?> t = type; t.isArray(); t = t.getComponentType()) {
            if (!sizes.hasNext()) {
                throw new GraphException(
                        extents.isEmpty()
                                ? "the length of the array parameter " + name + " of " + method()
                                        + " is needed to trace it"
                                : "the array parameter " + name + " of " + method() + " needs one size an axis");
            }
            extents.add(sizes.next());
        }
        return row(type, name, extents);
    }

    private Parameter row(Class<?> type, String name, List<Integer> extents) {
        Class<?> component = type.getComponentType();
        List<Parameter> elements = new ArrayList<>();
        for (int k = 0; k < extents.get(0); k++) {
            String element = name + "[" + k + "]";
            elements.add(
                    component.isArray()
                            ? row(component, element, extents.subList(1, extents.size()))
                            : parameter(component, element));
        }
        return new Parameter.Row(component, elements);
    }
}

package crosscountry.graph.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.trace.Values.Array;
import crosscountry.graph.trace.Values.Instance;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;

/** Parameters as inputs of the graph, results as its outputs. */
final class Signature {
    private final Code code;
    private final Tape tape;
    private final Bridge bridge;
    private final Iterator<Integer> sizes;
    private final Map<String, Object> bound;

    Signature(Code code, Tape tape, Bridge bridge, List<Integer> sizes, Map<String, Object> bound) {
        this.code = code;
        this.tape = tape;
        this.bridge = bridge;
        this.sizes = sizes.iterator();
        this.bound = bound;
    }

    /** Arguments for the last parameters, of these types; captured values stand before them. */
    List<Object> arguments(Class<?>[] types) {
        List<String> names = names();
        List<Object> arguments = new ArrayList<>();
        for (int k = 0; k < types.length; k++) {
            int named = names.size() - types.length + k;
            arguments.add(argument(types[k], named < 0 ? "x" + (k + 1) : names.get(named)));
        }
        if (sizes.hasNext()) {
            throw new GraphException(method() + " got more array sizes than its parameters need");
        }
        return arguments;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (code != null) {
            int slot = (code.method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
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

    Object argument(Class<?> type, String name) {
        if (bound.containsKey(name)) {
            return bridge.in(bound.get(name));
        }
        if (type == double.class || type == Double.class || type == Object.class) {
            return tape.input(name);
        }
        if (type.isArray()) {
            if (!sizes.hasNext()) {
                throw new GraphException("the length of the array parameter " + name + " of " + method() + " is needed to trace it");
            }
            return array(type, name);
        }
        if (type.isRecord()) {
            Instance instance = new Instance(type, null);
            for (RecordComponent component : type.getRecordComponents()) {
                instance.fields.put(component.getName(), argument(component.getType(), name + "." + component.getName()));
            }
            return instance;
        }
        throw new GraphException("the parameter " + name + " of " + method() + " is a " + type.getSimpleName()
                + "; bind a value to it, or use double, double[], double[][] or a record of these");
    }

    private Array array(Class<?> type, String name) {
        List<Integer> extents = new ArrayList<>();
        for (Class<?> t = type; t.isArray(); t = t.getComponentType()) {
            if (!sizes.hasNext()) {
                throw new GraphException("the array parameter " + name + " of " + method() + " needs one size an axis");
            }
            extents.add(sizes.next());
        }
        return filled(type, name, extents);
    }

    private Array filled(Class<?> type, String name, List<Integer> extents) {
        Array array = ArrayCalls.make(type.getComponentType(), extents.get(0));
        for (int k = 0; k < extents.get(0); k++) {
            String element = name + "[" + k + "]";
            array.elements()[k] = type.getComponentType().isArray()
                    ? filled(type.getComponentType(), element, extents.subList(1, extents.size()))
                    : argument(type.getComponentType(), element);
        }
        return array;
    }

    /** The outputs in order: entries of arrays, components of records. */
    static List<Operand> results(String method, Object result) {
        List<Operand> outputs = new ArrayList<>();
        collect(method, result, outputs);
        if (outputs.isEmpty()) {
            throw new GraphException(method + " returns nothing; return double, double[], double[][] or a record of these");
        }
        return outputs;
    }

    private static void collect(String method, Object result, List<Operand> outputs) {
        if (result instanceof Symbol || result instanceof Double) {
            outputs.add(Tape.operand(result));
        } else if (result instanceof Array array) {
            for (Object element : array.elements()) {
                collect(method, element, outputs);
            }
        } else if (result instanceof Instance instance && instance.type.isRecord()) {
            for (RecordComponent component : instance.type.getRecordComponents()) {
                collect(method, instance.fields.get(component.getName()), outputs);
            }
        } else if (result instanceof List<?> list) {
            list.forEach(element -> collect(method, element, outputs));
        } else if (result != null) {
            String type = result instanceof Instance i ? i.type.getSimpleName() : result.getClass().getSimpleName();
            throw new GraphException(method + " returns a value of type " + type
                    + "; return double, double[], double[][] or a record of these");
        }
    }
}

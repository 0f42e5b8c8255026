package crosscountry.graph.trace;

import static org.objectweb.asm.Opcodes.*;

import crosscountry.graph.Condition;
import crosscountry.graph.GraphException;
import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.Source;
import crosscountry.graph.trace.Bridge.Refusal;
import crosscountry.graph.trace.Values.Array;
import crosscountry.graph.trace.Values.Instance;
import crosscountry.graph.trace.Values.Thrown;
import crosscountry.graph.trace.Values.Unborn;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.*;

/** One call in progress: interprets the method's instructions with one stack slot a value, whatever its width. */
final class Frame {
    private final Machine machine;
    private final Code code;
    private final Object[] locals;
    private final ArrayList<Object> stack = new ArrayList<>();
    private int place;

    Frame(Machine machine, Code code, List<Object> arguments) {
        this.machine = machine;
        this.code = code;
        locals = new Object[code.method.maxLocals];
        Type[] types = Type.getArgumentTypes(code.method.desc);
        int receiver = arguments.size() - types.length;
        int slot = 0;
        for (int k = 0; k < arguments.size(); k++) {
            locals[slot] = arguments.get(k);
            slot += k < receiver ? 1 : types[k - receiver].getSize();
        }
    }

    /** The value returned, null for void. */
    Object run() {
        while (true) {
            AbstractInsnNode instruction = code.instructions[place];
            int opcode = instruction.getOpcode();
            if (opcode < 0) {
                place++;
                continue;
            }
            machine.step(source());
            if (opcode >= IRETURN && opcode <= RETURN) {
                return opcode == RETURN ? null : pop();
            }
            try {
                step(instruction, opcode);
            } catch (Refusal refusal) {
                throw Machine.refuse(source(), refusal.getMessage());
            } catch (GraphException e) {
                throw e;
            } catch (Thrown thrown) {
                handle(thrown);
            } catch (ArithmeticException | IndexOutOfBoundsException | NullPointerException | NegativeArraySizeException e) {
                handle(new Thrown(e));
            }
        }
    }

    private void handle(Thrown thrown) {
        for (TryCatchBlockNode block : code.method.tryCatchBlocks) {
            boolean covers = place >= code.place(block.start) && place < code.place(block.end);
            if (covers && (block.type == null || machine.type(Type.getObjectType(block.type)).isAssignableFrom(thrown.type()))) {
                stack.clear();
                stack.add(thrown.exception);
                place = code.place(block.handler);
                return;
            }
        }
        if (thrown.source == null) {
            thrown.source = source();
        }
        throw thrown;
    }

    private Source source() {
        return code.source(place);
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private int popInt() {
        return (Integer) pop();
    }

    private static boolean wide(Object value) {
        return value instanceof Double || value instanceof Long || value instanceof Symbol;
    }

    private void step(AbstractInsnNode node, int opcode) {
        int next = place + 1;
        if (node instanceof JumpInsnNode jump) {
            next = jump(opcode) ? code.place(jump.label) : next;
        } else if (node instanceof VarInsnNode var) {
            if (opcode >= ISTORE) {
                locals[var.var] = pop();
            } else {
                push(locals[var.var]);
            }
        } else if (node instanceof IincInsnNode inc) {
            locals[inc.var] = (Integer) locals[inc.var] + inc.incr;
        } else if (node instanceof LdcInsnNode ldc) {
            push(ldc.cst instanceof Type type ? machine.type(type) : ldc.cst);
        } else if (node instanceof FieldInsnNode field) {
            field(opcode, field);
        } else if (node instanceof MethodInsnNode call) {
            invoke(opcode, call);
        } else if (node instanceof InvokeDynamicInsnNode dynamic) {
            List<Object> arguments = arguments(Type.getArgumentTypes(dynamic.desc).length);
            push(Dynamic.call(machine, source(), dynamic, arguments));
        } else if (node instanceof TypeInsnNode type) {
            type(opcode, machine.type(Type.getObjectType(type.desc)));
        } else if (node instanceof IntInsnNode number) {
            push(opcode == NEWARRAY ? ArrayCalls.make(component(number.operand), popInt()) : (Object) number.operand);
        } else if (node instanceof MultiANewArrayInsnNode multi) {
            push(arrays(machine.type(Type.getType(multi.desc)), arguments(multi.dims), 0));
        } else if (node instanceof TableSwitchInsnNode table) {
            int k = popInt();
            next = code.place(k < table.min || k > table.max ? table.dflt : table.labels.get(k - table.min));
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            int k = lookup.keys.indexOf(popInt());
            next = code.place(k < 0 ? lookup.dflt : lookup.labels.get(k));
        } else {
            simple(opcode);
        }
        place = next;
    }

    private boolean jump(int opcode) {
        if (opcode == GOTO) {
            return true;
        }
        if (opcode == IFNULL || opcode == IFNONNULL) {
            return (pop() == null) == (opcode == IFNULL);
        }
        Object b = pop();
        return opcode <= IFLE ? Arithmetic.branches(opcode, (Integer) b) : Arithmetic.branches(opcode, pop(), b);
    }

    private void field(int opcode, FieldInsnNode field) {
        switch (opcode) {
            case GETSTATIC -> push(machine.getStatic(field.owner, field.name));
            case PUTSTATIC -> machine.putStatic(field.owner, field.name, pop());
            case GETFIELD -> {
                if (!(instance(pop(), field) instanceof Instance instance)) {
                    throw new Refusal("the field " + field.owner.replace('/', '.') + "." + field.name + " belongs to a library class");
                }
                push(instance.fields.containsKey(field.name)
                        ? instance.fields.get(field.name) : ArrayCalls.zero(machine.type(Type.getType(field.desc))));
            }
            default -> {
                Object value = pop();
                if (instance(pop(), field) instanceof Instance instance) {
                    instance.fields.put(field.name, value);
                }
            }
        }
    }

    private static Object instance(Object holder, FieldInsnNode field) {
        if (holder == null) {
            throw new NullPointerException("field " + field.name + " of null");
        }
        return holder;
    }

    private void invoke(int opcode, MethodInsnNode call) {
        int count = Type.getArgumentTypes(call.desc).length + (opcode == INVOKESTATIC ? 0 : 1);
        List<Object> arguments = arguments(count);
        if (opcode != INVOKESTATIC && arguments.get(0) instanceof Unborn unborn) {
            Object born = machine.construct(unborn.type, call.desc, arguments.subList(1, count));
            stack.replaceAll(value -> value == unborn ? born : value);
            for (int k = 0; k < locals.length; k++) {
                locals[k] = locals[k] == unborn ? born : locals[k];
            }
            return;
        }
        Object result = machine.call(source(), opcode, call.owner, call.name, call.desc, arguments);
        if (Type.getReturnType(call.desc) != Type.VOID_TYPE) {
            push(result);
        }
    }

    private List<Object> arguments(int count) {
        LinkedList<Object> arguments = new LinkedList<>();
        for (int k = 0; k < count; k++) {
            arguments.addFirst(pop());
        }
        return new ArrayList<>(arguments);
    }

    private void type(int opcode, Class<?> type) {
        switch (opcode) {
            case NEW -> push(Bridge.isLibrary(type) ? new Unborn(type) : new Instance(type, null));
            case ANEWARRAY -> push(ArrayCalls.make(type, popInt()));
            default -> {
                Object value = pop();
                boolean fits = Dynamic.isInstance(type, value);
                if (opcode == INSTANCEOF) {
                    push(fits ? 1 : 0);
                } else if (fits || value == null) {
                    push(value);
                } else {
                    throw new Thrown(new ClassCastException("a value is no " + type.getSimpleName()));
                }
            }
        }
    }

    private static Array arrays(Class<?> type, List<Object> extents, int axis) {
        Array array = ArrayCalls.make(type.getComponentType(), (Integer) extents.get(axis));
        for (int k = 0; axis + 1 < extents.size() && k < array.elements().length; k++) {
            array.elements()[k] = arrays(type.getComponentType(), extents, axis + 1);
        }
        return array;
    }

    private static Class<?> component(int code) {
        return switch (code) {
            case T_BOOLEAN -> boolean.class;
            case T_CHAR -> char.class;
            case T_FLOAT -> float.class;
            case T_DOUBLE -> double.class;
            case T_BYTE -> byte.class;
            case T_SHORT -> short.class;
            case T_INT -> int.class;
            default -> long.class;
        };
    }

    private void simple(int opcode) {
        if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
            push(opcode - ICONST_0);
        } else if (opcode == LCONST_0 || opcode == LCONST_1) {
            push((long) (opcode - LCONST_0));
        } else if (opcode >= FCONST_0 && opcode <= FCONST_2) {
            push((float) (opcode - FCONST_0));
        } else if (opcode == DCONST_0 || opcode == DCONST_1) {
            push((double) (opcode - DCONST_0));
        } else if (opcode >= IALOAD && opcode <= SALOAD) {
            int index = popInt();
            push(((Array) pop()).elements()[index]);
        } else if (opcode >= IASTORE && opcode <= SASTORE) {
            Object value = pop();
            int index = popInt();
            ((Array) pop()).elements()[index] = value;
        } else if (opcode == DADD || opcode == DSUB || opcode == DMUL || opcode == DDIV) {
            Object b = pop();
            push(Arithmetic.doubles(machine.tape, source(), opcode, pop(), b));
        } else if (opcode == DNEG) {
            push(machine.tape.apply(source(), Primitive.NEG, pop()));
        } else if (opcode == DCMPL || opcode == DCMPG) {
            Object b = pop();
            push(compare(opcode, pop(), b));
        } else if (opcode >= IADD && opcode <= LXOR && !(opcode >= INEG && opcode <= DNEG) || opcode >= LCMP && opcode <= DCMPG) {
            Object b = pop();
            Object a = pop();
            concrete(a, "the remainder of a symbolic value");
            concrete(b, "the remainder by a symbolic value");
            push(Arithmetic.binary(opcode, a, b));
        } else if (opcode >= INEG && opcode <= DNEG || opcode >= I2L && opcode <= I2S) {
            concrete(stack.get(stack.size() - 1), "a symbolic value converted to another number type");
            push(Arithmetic.unary(opcode, pop()));
        } else {
            stackOrObject(opcode);
        }
    }

    private static void concrete(Object value, String what) {
        if (value instanceof Symbol) {
            throw new Refusal(what + " has no place in a graph");
        }
    }

    private Object compare(int opcode, Object a, Object b) {
        if (!(a instanceof Symbol) && !(b instanceof Symbol)) {
            return Arithmetic.binary(opcode, a, b);
        }
        if (!machine.tape.hasPoint()) {
            throw new Refusal("a branch depends on a symbolic value; trace at a point to follow the branch taken there");
        }
        int result = Arithmetic.compare(Tape.number(a), Tape.number(b), opcode == DCMPL ? -1 : 1);
        AbstractInsnNode next = code.instructions[place].getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        int branch = next == null ? NOP : next.getOpcode();
        Relation relation = branch >= IFEQ && branch <= IFLE
                ? Arithmetic.relation(opcode, branch, Arithmetic.branches(branch, result))
                : result < 0 ? Relation.LT : result > 0 ? Relation.GT : Relation.EQ;
        machine.tape.conditions.add(new Condition(Tape.operand(a), relation, Tape.operand(b), source()));
        return result;
    }

    private void stackOrObject(int opcode) {
        switch (opcode) {
            case NOP, MONITORENTER, MONITOREXIT -> {
                if (opcode != NOP) {
                    pop();
                }
            }
            case ACONST_NULL -> push(null);
            case POP -> pop();
            case POP2 -> {
                if (!wide(pop())) {
                    pop();
                }
            }
            case DUP -> push(stack.get(stack.size() - 1));
            case DUP_X1 -> insert(1, 1);
            case DUP_X2 -> insert(1, wide(fromTop(1)) ? 1 : 2);
            case DUP2 -> insert(wide(fromTop(0)) ? 1 : 2, 0);
            case DUP2_X1 -> insert(wide(fromTop(0)) ? 1 : 2, 1);
            case DUP2_X2 -> {
                int top = wide(fromTop(0)) ? 1 : 2;
                insert(top, wide(fromTop(top)) ? 1 : 2);
            }
            case SWAP -> stack.add(stack.size() - 1, pop());
            case ARRAYLENGTH -> push(((Array) pop()).elements().length);
            case ATHROW -> throw new Thrown(pop());
            default -> throw new Refusal("the bytecode instruction " + opcode + " is not supported");
        }
    }

    private Object fromTop(int depth) {
        return stack.get(stack.size() - 1 - depth);
    }

    /** Copies the top {@code count} values below the {@code under} values beneath them. */
    private void insert(int count, int under) {
        List<Object> top = new ArrayList<>(stack.subList(stack.size() - count, stack.size()));
        stack.addAll(stack.size() - count - under, top);
    }
}

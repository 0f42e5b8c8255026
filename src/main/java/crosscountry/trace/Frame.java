package crosscountry.trace;

import static org.objectweb.asm.Opcodes.*;

import crosscountry.graph.GraphException;
import crosscountry.graph.Relation;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Bits;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Refusal;
import crosscountry.trace.Values.Thrown;
import crosscountry.trace.Values.Unborn;
import java.util.Arrays;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.*;

/**
 * One call in progress: interprets the method's instructions, with one stack slot for each value, whatever its width.
 */
final class Frame {
    private final Machine machine;
    private final Code code;
    private final Object[] locals;
    private final Object[] stack;
    private int top;
    private int place;

    Frame(Machine machine, Code code, Object[] arguments) {
        this.machine = machine;
        this.code = code;
        locals = new Object[code.method.maxLocals];
        stack = new Object[code.method.maxStack + 1];
        for (int k = 0; k < arguments.length; k++) {
            locals[code.slots[k]] = arguments[k];
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
            machine.step(code, place);
            if (opcode >= IRETURN && opcode <= RETURN) {
                return opcode == RETURN ? null : pop();
            }
            try {
                step(instruction, opcode);
            } catch (Refusal refusal) {
                throw machine.refuse(code, code.source(place), refusal.getMessage());
            } catch (GraphException e) {
                throw e;
            } catch (Thrown thrown) {
                handle(thrown);
            } catch (ArithmeticException
                    | IndexOutOfBoundsException
                    | NullPointerException
                    | NegativeArraySizeException e) {
                handle(new Thrown(e));
            } catch (StackOverflowError deep) {
                throw machine.refuse(code, code.source(place), Machine.TOO_DEEP);
            } catch (ClassCastException | IllegalStateException | LinkageError unforeseen) {
                throw machine.refuse(
                        code,
                        code.source(place),
                        "the instruction " + opcode + " could not be followed (" + unforeseen.getMessage() + ")");
            }
        }
    }

    private void handle(Thrown thrown) {
        for (TryCatchBlockNode block : code.method.tryCatchBlocks) {
            boolean covers = place >= code.place(block.start) && place < code.place(block.end);
            if (covers && (block.type == null || machine.type(code, block.type).isAssignableFrom(thrown.type()))) {
                top = 0;
                push(thrown.exception);
                place = code.place(block.handler);
                return;
            }
        }
        if (thrown.source == null) {
            thrown.source = source();
        }
        throw thrown;
    }

    /** The line of the user's code on whose behalf this call runs. */
    private Source source() {
        return machine.place(code, place);
    }

    private void push(Object value) {
        stack[top++] = value;
    }

    private Object pop() {
        return stack[--top];
    }

    private int popInt() {
        return (Integer) stack[--top];
    }

    private static boolean wide(Object value) {
        return value instanceof Double || value instanceof Long || value instanceof Symbol || value instanceof Bits;
    }

    private void step(AbstractInsnNode node, int opcode) {
        int next = place + 1;
        switch (node.getType()) {
            case AbstractInsnNode.JUMP_INSN -> next = jump(opcode) ? code.place(((JumpInsnNode) node).label) : next;
            case AbstractInsnNode.VAR_INSN -> {
                int slot = ((VarInsnNode) node).var;
                if (opcode >= ISTORE) {
                    locals[slot] = pop();
                } else {
                    push(locals[slot]);
                }
            }
            case AbstractInsnNode.IINC_INSN -> {
                IincInsnNode inc = (IincInsnNode) node;
                locals[inc.var] = (Integer) locals[inc.var] + inc.incr;
            }
            case AbstractInsnNode.LDC_INSN -> push(constant(((LdcInsnNode) node).cst));
            case AbstractInsnNode.FIELD_INSN -> field(opcode, (FieldInsnNode) node);
            case AbstractInsnNode.METHOD_INSN -> invoke(opcode, (MethodInsnNode) node);
            case AbstractInsnNode.INVOKE_DYNAMIC_INSN -> {
                InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) node;
                Object[] arguments = arguments(Type.getArgumentTypes(dynamic.desc).length);
                push(Dynamic.call(machine, code, source(), dynamic, arguments));
            }
            case AbstractInsnNode.TYPE_INSN -> type(opcode, (TypeInsnNode) node);
            case AbstractInsnNode.INT_INSN -> {
                int operand = ((IntInsnNode) node).operand;
                push(opcode == NEWARRAY ? Array.of(component(operand), popInt()) : (Object) operand);
            }
            case AbstractInsnNode.MULTIANEWARRAY_INSN -> {
                MultiANewArrayInsnNode multi = (MultiANewArrayInsnNode) node;
                push(arrays(machine.type(code, multi.desc), arguments(multi.dims), 0));
            }
            case AbstractInsnNode.TABLESWITCH_INSN -> {
                TableSwitchInsnNode table = (TableSwitchInsnNode) node;
                int k = popInt();
                next = code.place(k < table.min || k > table.max ? table.dflt : table.labels.get(k - table.min));
            }
            case AbstractInsnNode.LOOKUPSWITCH_INSN -> {
                LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) node;
                int k = lookup.keys.indexOf(popInt());
                next = code.place(k < 0 ? lookup.dflt : lookup.labels.get(k));
            }
            default -> simple(opcode);
        }
        place = next;
    }

    private Object constant(Object constant) {
        if (constant instanceof Type type && type.getSort() != Type.METHOD) {
            return machine.type(code, type);
        }
        if (constant instanceof Type
                || constant instanceof Handle
                || constant instanceof org.objectweb.asm.ConstantDynamic) {
            throw new Refusal("a constant made by the program itself is not supported");
        }
        return constant;
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
        if (opcode == GETSTATIC || opcode == PUTSTATIC) {
            Statics.Cell cell = (Statics.Cell) code.links[place];
            if (cell == null) {
                cell = machine.statics.cell(machine.type(code, field.owner), field.name);
                code.links[place] = cell;
            }
            if (opcode == GETSTATIC) {
                push(cell.value);
            } else {
                cell.value = pop();
            }
            return;
        }
        Object value = opcode == PUTFIELD ? pop() : null;
        Object holder = pop();
        if (holder == null) {
            throw new NullPointerException("field " + field.name + " of null");
        }
        if (!(holder instanceof Instance instance)) {
            throw new Refusal(
                    "the field " + field.owner.replace('/', '.') + "." + field.name + " belongs to a library class");
        }
        Integer slot = (Integer) code.links[place];
        if (slot == null) {
            slot = machine.layouts.slot(machine.type(code, field.owner), field.name);
            code.links[place] = slot;
        }
        if (opcode == PUTFIELD) {
            instance.slots[slot] = value;
        } else {
            push(machine.bridge.field(instance, slot));
        }
    }

    private void invoke(int opcode, MethodInsnNode call) {
        Machine.Site site = (Machine.Site) code.links[place];
        if (site == null) {
            site = machine.site(code, opcode, call);
            code.links[place] = site;
        }
        Object[] arguments = arguments(site.count());
        if (opcode == INVOKESPECIAL && arguments[0] instanceof Unborn unborn) {
            Object born = machine.construct(
                    source(), unborn.type, call.desc, Arrays.copyOfRange(arguments, 1, arguments.length));
            replace(stack, top, unborn, born);
            replace(locals, locals.length, unborn, born);
            return;
        }
        Object result = machine.call(code, place, site, arguments);
        if (!site.isVoid()) {
            push(result);
        }
    }

    private static void replace(Object[] values, int count, Object old, Object next) {
        for (int k = 0; k < count; k++) {
            values[k] = values[k] == old ? next : values[k];
        }
    }

    private Object[] arguments(int count) {
        top -= count;
        return Arrays.copyOfRange(stack, top, top + count);
    }

    private void type(int opcode, TypeInsnNode node) {
        Class<?> type = (Class<?>) code.links[place];
        if (type == null) {
            type = machine.type(code, node.desc);
            code.links[place] = type;
        }
        switch (opcode) {
            case NEW -> push(machine.allocate(type));
            case ANEWARRAY -> push(Array.of(type, popInt()));
            default -> {
                Object value = pop();
                boolean fits = Values.isInstance(type, value);
                if (opcode == INSTANCEOF) {
                    push(fits ? 1 : 0);
                } else if (fits || value == null) {
                    push(value);
                } else {
                    throw new Thrown(new ClassCastException(
                            "class " + Values.type(value).getName() + " cannot be cast to class " + type.getName()));
                }
            }
        }
    }

    private static Array arrays(Class<?> type, Object[] extents, int axis) {
        Array array = Array.of(type.getComponentType(), (Integer) extents[axis]);
        for (int k = 0; axis + 1 < extents.length && k < array.elements().length; k++) {
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
        if (opcode >= IALOAD && opcode <= SALOAD) {
            int index = popInt();
            push(((Array) pop()).elements()[index]);
        } else if (opcode >= IASTORE && opcode <= SASTORE) {
            Object value = pop();
            int index = popInt();
            store((Array) pop(), index, value);
        } else if (opcode >= IADD && opcode <= LXOR && !(opcode >= INEG && opcode <= DNEG)) {
            Object b = pop();
            Object a = pop();
            push(binary(opcode, a, b));
        } else if (opcode >= LCMP && opcode <= DCMPG) {
            Object b = pop();
            push(compare(opcode, pop(), b));
        } else if (opcode >= INEG && opcode <= DNEG || opcode >= I2L && opcode <= I2S) {
            push(unary(opcode, pop()));
        } else if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
            push(opcode - ICONST_0);
        } else if (opcode == LCONST_0 || opcode == LCONST_1) {
            push((long) (opcode - LCONST_0));
        } else if (opcode >= FCONST_0 && opcode <= FCONST_2) {
            push((float) (opcode - FCONST_0));
        } else if (opcode == DCONST_0 || opcode == DCONST_1) {
            push((double) (opcode - DCONST_0));
        } else {
            stackOrObject(opcode);
        }
    }

    private static void store(Array array, int index, Object value) {
        if (value != null && !array.component().isPrimitive() && !Values.isInstance(array.component(), value)) {
            throw new Thrown(new ArrayStoreException(Values.type(value).getName()));
        }
        array.elements()[index] = array.component() == boolean.class ? (Object) ((Integer) value & 1) : value;
    }

    private Object binary(int opcode, Object a, Object b) {
        if (a instanceof Symbol || b instanceof Symbol) {
            return Arithmetic.doubles(machine.tape, source(), opcode, a, b);
        }
        return a instanceof Bits || b instanceof Bits
                ? BitTricks.binary(machine.tape, source(), opcode, a, b)
                : Arithmetic.binary(opcode, a, b);
    }

    private Object unary(int opcode, Object a) {
        if (a instanceof Symbol symbol) {
            return Arithmetic.converted(machine.tape, source(), opcode, symbol);
        }
        if (a instanceof Bits) {
            throw BitTricks.refusal();
        }
        return Arithmetic.unary(opcode, a);
    }

    private Object compare(int opcode, Object a, Object b) {
        if (a instanceof Bits || b instanceof Bits) {
            return BitTricks.compare(machine.tape, source(), a, b);
        }
        if (!(a instanceof Symbol) && !(b instanceof Symbol)) {
            return Arithmetic.binary(opcode, a, b);
        }
        int result = Arithmetic.compare(Tape.number(a), Tape.number(b), opcode == DCMPL ? -1 : 1);
        AbstractInsnNode next = code.instructions[place].getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        int branch = next == null ? NOP : next.getOpcode();
        if (branch >= IFEQ && branch <= IFLE) {
            machine.tape.decide(
                    a, Arithmetic.relation(opcode, branch, Arithmetic.branches(branch, result)), b, source());
        } else if (Tape.number(a) != Tape.number(a) || Tape.number(b) != Tape.number(b)) {
            throw new Refusal("a comparison with NaN decides here in a way that cannot be followed");
        } else {
            machine.tape.decide(a, result < 0 ? Relation.LT : result > 0 ? Relation.GT : Relation.EQ, b, source());
        }
        return result;
    }

    private void stackOrObject(int opcode) {
        switch (opcode) {
            case NOP -> {}
            case MONITORENTER, MONITOREXIT, POP -> pop();
            case ACONST_NULL -> push(null);
            case POP2 -> {
                if (!wide(pop())) {
                    pop();
                }
            }
            case DUP -> push(stack[top - 1]);
            case DUP_X1 -> insert(1, 1);
            case DUP_X2 -> insert(1, wide(fromTop(1)) ? 1 : 2);
            case DUP2 -> insert(wide(fromTop(0)) ? 1 : 2, 0);
            case DUP2_X1 -> insert(wide(fromTop(0)) ? 1 : 2, 1);
            case DUP2_X2 -> {
                int count = wide(fromTop(0)) ? 1 : 2;
                insert(count, wide(fromTop(count)) ? 1 : 2);
            }
            case SWAP -> {
                Object upper = pop();
                Object lower = pop();
                push(upper);
                push(lower);
            }
            case ARRAYLENGTH -> push(((Array) pop()).elements().length);
            case ATHROW -> {
                Object exception = pop();
                throw exception == null ? new NullPointerException("throw of null") : new Thrown(exception);
            }
            default -> throw new Refusal("the bytecode instruction " + opcode + " is not supported");
        }
    }

    private Object fromTop(int depth) {
        return stack[top - 1 - depth];
    }

    /** Copies the top {@code count} values below the {@code under} values beneath them. */
    private void insert(int count, int under) {
        int from = top - count - under;
        System.arraycopy(stack, from, stack, from + count, count + under);
        System.arraycopy(stack, top, stack, from, count);
        top += count;
    }
}

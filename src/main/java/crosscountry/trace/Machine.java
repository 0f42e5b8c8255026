package crosscountry.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Lambda;
import crosscountry.trace.Values.Refusal;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Runs the program: finds the method that a call means and interprets its code, including the JDK's collections,
 * streams and boxes. Code runs for real only where nothing symbolic can reach it ({@link Library}, {@link RealCalls}).
 * A method that has no bytecode, or that inspects the bits of a symbolic value, has a model ({@link Models}) or is
 * refused.
 */
final class Machine {
    static final int MOST_STEPS = 50_000_000;
    static final String TOO_DEEP = "calls are nested too deeply";
    private static final int DEEPEST = 1000;

    final Tape tape;
    final Code.Classes classes;
    final FieldLayout.Table layouts = new FieldLayout.Table();
    final Statics statics = new Statics(this);
    final Bridge bridge = new Bridge(this);
    final RealCalls real = new RealCalls(this);
    final Methods methods;
    private final ClassFiles files;
    private final Class<?> shadowed;
    private final Class<?> user;
    private final Models models = new Models();
    /** Strings and builders whose text depends on the inputs. */
    final Set<Object> texts = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Object, Integer> hashes = new IdentityHashMap<>();
    private final Map<ClassLoader, Map<String, Class<?>>> types = new HashMap<>();
    private int depth;
    private int steps;
    /** Where the user's own code is: what messages name while library code runs. */
    private Code userCode;

    private int userPlace;
    private Code caller;

    /** What a call instruction means. */
    record Site(
            int opcode, Class<?> owner, String name, String descriptor, int count, boolean isVoid, Call.Model model) {}

    /** @param user a class of the user's: messages name lines of classes that come from the same place */
    Machine(Tape tape, ClassFiles files, Class<?> user) {
        this(tape, files, user, null);
    }

    private Machine(Tape tape, ClassFiles files, Class<?> user, Class<?> shadowed) {
        this.tape = tape;
        this.files = files;
        this.user = user;
        this.shadowed = shadowed;
        classes = new Code.Classes(files);
        methods = new Methods(classes);
    }

    /** A separate machine in which this class is initialised by its code, not read. */
    Machine shadow(Class<?> type) {
        return new Machine(new Tape(null), files, user, type);
    }

    boolean isShadowed(Class<?> type) {
        return type == shadowed;
    }

    static GraphException refuse(Source source, String reason) {
        return new GraphException("cannot trace " + source.method() + ", line " + source.line() + ": " + reason);
    }

    /** The refusal at this place, or, inside a library, at the user's line that called it. */
    GraphException refuse(Code code, Source source, String reason) {
        if (isUsers(code) || userCode == null) {
            return refuse(source, reason);
        }
        return refuse(
                userCode.source(userPlace),
                "in " + code.owner.getSimpleName() + "." + source.method() + ", line " + source.line() + ": " + reason);
    }

    /** The class whose code made the last call. */
    Class<?> caller() {
        return caller.owner;
    }

    /** The line of the user's code that runs, or that called the library that runs. */
    Source place(Code code, int place) {
        return isUsers(code) || userCode == null ? code.source(place) : userCode.source(userPlace);
    }

    /** Whether this is code of the user's own rather than of a library. */
    boolean isUsers(Code code) {
        if (code.users == null) {
            code.users = !code.isLibrary()
                    && (code.owner == user || place(code.owner).equals(place(user)));
        }
        return code.users;
    }

    private static String place(Class<?> type) {
        CodeSource from = type.getProtectionDomain().getCodeSource();
        return from == null || from.getLocation() == null
                ? ""
                : from.getLocation().toString();
    }

    void step(Code code, int place) {
        if (++steps > MOST_STEPS) {
            throw refuse(
                    code,
                    code.source(place),
                    "more than " + MOST_STEPS + " steps; loops are unrolled, so they must be short");
        }
        if ((steps & 0xfff) == 0 && Thread.currentThread().isInterrupted()) {
            throw new GraphException("tracing was interrupted");
        }
    }

    Site site(Code code, int opcode, MethodInsnNode call) {
        Class<?> owner = type(code, call.owner);
        int count = Type.getArgumentTypes(call.desc).length + (opcode == Opcodes.INVOKESTATIC ? 0 : 1);
        return new Site(
                opcode,
                owner,
                call.name,
                call.desc,
                count,
                Type.getReturnType(call.desc) == Type.VOID_TYPE,
                models.find(owner, call.name));
    }

    /** Calls a method; {@code arguments} starts with the receiver unless the call is static. */
    Object call(Code code, int place, Site site, Object[] arguments) {
        caller = code;
        if (isUsers(code)) {
            userCode = code;
            userPlace = place;
        }
        return call(place(code, place), site.opcode, site.owner, site.name, site.descriptor, site.model, arguments);
    }

    Object call(Source at, int opcode, Class<?> owner, String name, String descriptor, Object... arguments) {
        return call(at, opcode, owner, name, descriptor, models.find(owner, name), arguments);
    }

    private Object call(
            Source at,
            int opcode,
            Class<?> owner,
            String name,
            String descriptor,
            Call.Model model,
            Object[] arguments) {
        Call call = new Call(this, at, opcode, owner, name, descriptor, arguments);
        boolean exact = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
        if (model != null && (exact || !Values.isStandIn(arguments[0]))) {
            Object known = model.answer(call);
            if (known != Call.UNKNOWN) {
                return known;
            }
        }
        return opcode == Opcodes.INVOKESTATIC ? onClass(call) : onObject(call);
    }

    private Object onClass(Call call) {
        if (Library.isReal(call.owner())) {
            return real.invoke(call);
        }
        statics.initialise(call.owner());
        return run(call, methods.find(call.owner(), call.name(), call.descriptor()));
    }

    private Object onObject(Call call) {
        Object receiver = call.x()[0];
        if (receiver == null) {
            throw new NullPointerException("call of " + call.name() + " on null");
        }
        if (receiver instanceof Lambda lambda) {
            return onLambda(call, lambda);
        }
        if (Values.isStandIn(receiver)) {
            Class<?> type = receiver instanceof Array ? Object.class : Values.type(receiver);
            return run(call, methods.select(call.opcode(), call.owner(), type, call.name(), call.descriptor()));
        }
        return answer(models.find(receiver.getClass(), call.name()), call, real::invoke);
    }

    private Object onLambda(Call call, Lambda lambda) {
        Code code = methods.find(lambda.type(), call.name(), call.descriptor());
        if (code != null && code.hasInstructions()) {
            return run(call, code);
        }
        if (lambda.method().equals(call.name())) {
            return Lambdas.call(this, call.at(), lambda, Arrays.copyOfRange(call.x(), 1, call.x().length));
        }
        return run(call, methods.find(Object.class, call.name(), call.descriptor()));
    }

    private static Object answer(Call.Model model, Call call, Call.Model otherwise) {
        Object known = model == null ? Call.UNKNOWN : model.answer(call);
        return known == Call.UNKNOWN ? otherwise.answer(call) : known;
    }

    private Object run(Call call, Code code) {
        if (code == null) {
            throw new Refusal("the method " + call.method() + " was not found");
        }
        if (!code.isModelSought) {
            code.model = models.find(code.owner, call.name());
            code.isModelSought = true;
        }
        if (code.model == null && code.hasInstructions()) {
            return run(code, call.x());
        }
        Call exact = new Call(this, call.at(), call.opcode(), code.owner, call.name(), call.descriptor(), call.x());
        return answer(code.model, exact, unknown -> {
            if (code.hasInstructions()) {
                return run(code, call.x());
            }
            throw new Refusal("the method " + code.owner.getName() + "." + call.name()
                    + " is native, so what it does to the inputs cannot be seen");
        });
    }

    /** Runs a method's code. */
    Object run(Code code, Object[] arguments) {
        if (++depth > DEEPEST) {
            throw new Refusal(TOO_DEEP + " (more than " + DEEPEST + ")");
        }
        Code before = userCode;
        int beforePlace = userPlace;
        try {
            return new Frame(this, code, arguments).run();
        } finally {
            userCode = before;
            userPlace = beforePlace;
            depth--;
        }
    }

    /** What {@code new} gives before the constructor has run. */
    Object allocate(Class<?> type) {
        if (Library.isReal(type)) {
            return new Values.Unborn(type);
        }
        statics.initialise(type);
        return layouts.instance(type);
    }

    /** A new object whose constructor has run. */
    Object construct(Source at, Class<?> type, String descriptor, Object... arguments) {
        if (Library.isReal(type)) {
            Call call = new Call(this, at, Opcodes.INVOKESPECIAL, type, "<init>", descriptor, arguments);
            Call.Model model = models.find(type, "<init>");
            Object known = model == null ? Call.UNKNOWN : model.answer(call);
            return known != Call.UNKNOWN ? known : real.construct(call);
        }
        Object made = allocate(type);
        Object[] all = new Object[arguments.length + 1];
        all[0] = made;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        call(at, Opcodes.INVOKESPECIAL, type, "<init>", descriptor, all);
        return made;
    }

    /** The text of a value, as string concatenation makes it. */
    String text(Source at, Object value) {
        if (value == null || !Values.isStandIn(value)) {
            return String.valueOf(value);
        }
        if (value instanceof Symbol symbol) {
            return Texts.mark(this, String.valueOf(symbol.value()));
        }
        if (value instanceof Instance) {
            return (String) call(at, Opcodes.INVOKEVIRTUAL, Object.class, "toString", "()Ljava/lang/String;", value);
        }
        return Texts.mark(this, Values.type(value).getName());
    }

    /** An identity hash: the real one where there is a real object. */
    int hash(Object value) {
        if (value instanceof Instance instance && instance.real != null) {
            return System.identityHashCode(instance.real);
        }
        tape.round(); // iteration by such hashes has another order in each run
        return hashes.computeIfAbsent(value, key -> 0x3c6ef372 + 0x1e3779b9 * hashes.size() >>> 1);
    }

    Class<?> type(Code from, String internalName) {
        return type(from, Type.getObjectType(internalName));
    }

    Class<?> type(Code from, Type type) {
        return type(from.owner.getClassLoader(), type);
    }

    Class<?> type(ClassLoader loader, Type type) {
        switch (type.getSort()) {
            case Type.VOID:
                return void.class;
            case Type.BOOLEAN:
                return boolean.class;
            case Type.CHAR:
                return char.class;
            case Type.BYTE:
                return byte.class;
            case Type.SHORT:
                return short.class;
            case Type.INT:
                return int.class;
            case Type.LONG:
                return long.class;
            case Type.FLOAT:
                return float.class;
            case Type.DOUBLE:
                return double.class;
            default:
        }
        String name = type.getInternalName().replace('/', '.');
        Map<String, Class<?>> known = types.computeIfAbsent(loader, key -> new HashMap<>());
        Class<?> found = known.get(name);
        if (found == null) {
            try {
                found = Class.forName(name, false, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                throw new Refusal("the class " + type.getClassName() + " is not available (" + e.getMessage() + ")");
            }
            known.put(name, found);
        }
        return found;
    }

    Class<?>[] parameters(Class<?> owner, String descriptor) {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(type -> type(owner.getClassLoader(), type))
                .toArray(Class<?>[]::new);
    }
}

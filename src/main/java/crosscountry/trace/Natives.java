package crosscountry.trace;

import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Lambda;
import crosscountry.trace.Values.Refusal;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the JDK's interpreted classes ask of the JVM itself: classes, copies, hashes, arrays. */
final class Natives implements Call.Model {
    private static final Object UNKNOWN = Call.UNKNOWN;
    private static final String SECRETS = "jdk.internal.access.SharedSecrets";

    /** By class and name; a throwable's methods by name alone, since each exception's class is an owner. */
    private static final Map<String, Call.Model> KNOWN = Map.ofEntries(
            Map.entry("java.lang.Object.getClass", Natives::getClass),
            Map.entry("java.lang.Object.hashCode", call -> call.machine().hash(call.x()[0])),
            Map.entry("java.lang.Object.clone", Natives::copy),
            Map.entry("java.lang.System.arraycopy", Natives::arraycopy),
            Map.entry(
                    "java.lang.System.identityHashCode",
                    call -> call.x()[0] == null ? 0 : call.machine().hash(call.x()[0])),
            Map.entry(
                    "java.lang.reflect.Array.newInstance",
                    call -> call.x()[1] instanceof Integer length ? Array.of((Class<?>) call.x()[0], length) : UNKNOWN),
            Map.entry("java.lang.reflect.Array.getLength", call -> ((Array) call.x()[0]).elements().length),
            Map.entry(
                    "java.lang.Class.isInstance",
                    call -> Values.isInstance((Class<?>) call.x()[0], call.x()[1]) ? 1 : 0),
            Map.entry("java.lang.Class.cast", Natives::cast),
            Map.entry("java.lang.Class.getEnumConstants", call -> constants(call, (Class<?>) call.x()[0])),
            Map.entry("java.util.EnumMap.getKeyUniverse", call -> constants(call, (Class<?>) call.x()[0])),
            Map.entry("java.util.EnumSet.getUniverse", call -> constants(call, (Class<?>) call.x()[0])),
            Map.entry("java.lang.Enum.valueOf", Natives::constant),
            Map.entry("java.lang.Enum.hashCode", call -> call.machine().hash(call.x()[0])),
            Map.entry("java.lang.Record.<init>", call -> null),
            Map.entry(
                    "java.security.AccessController.doPrivileged",
                    call -> call.machine()
                            .call(
                                    call.at(),
                                    Opcodes.INVOKEINTERFACE,
                                    java.security.PrivilegedAction.class,
                                    "run",
                                    "()Ljava/lang/Object;",
                                    call.x()[0])),
            Map.entry("jdk.internal.misc.CDS.initializeFromArchive", call -> null),
            Map.entry("jdk.internal.misc.CDS.getRandomSeedForDumping", call -> salted(call)),
            Map.entry("jdk.internal.misc.VM.initLevel", call -> 4),
            Map.entry("jdk.internal.misc.VM.isBooted", call -> 1),
            Map.entry("java.util.stream.AbstractPipeline.parallel", Natives::onOneThread),
            Map.entry("java.util.Collection.parallelStream", Natives::sequential),
            Map.entry("java.util.concurrent.ForkJoinPool.commonPool", call -> threads()),
            Map.entry("java.lang.Throwable.fillInStackTrace", call -> call.x()[0]),
            Map.entry("java.lang.Throwable.printStackTrace", call -> null),
            Map.entry("java.lang.Throwable.getStackTrace", call -> Array.of(StackTraceElement.class, 0)),
            Map.entry("java.lang.Throwable.setStackTrace", call -> null));

    boolean knows(Class<?> owner, String name) {
        return owner.getName().equals(SECRETS) || name.equals("registerNatives") || KNOWN.containsKey(key(owner, name));
    }

    /**
     * Methods that every object has are looked up by the class of their owner; those of throwables belong to Throwable.
     */
    private static String key(Class<?> owner, String name) {
        boolean ofThrowable = Throwable.class.isAssignableFrom(owner) && name.endsWith("StackTrace");
        boolean ofObject = name.equals("getClass");
        boolean ofPipeline = name.equals("parallel") && java.util.stream.BaseStream.class.isAssignableFrom(owner);
        boolean ofCollection = name.equals("parallelStream") && java.util.Collection.class.isAssignableFrom(owner);
        return (ofThrowable
                        ? "java.lang.Throwable"
                        : ofObject
                                ? "java.lang.Object"
                                : ofPipeline
                                        ? "java.util.stream.AbstractPipeline"
                                        : ofCollection ? "java.util.Collection" : owner.getName())
                + "." + name;
    }

    @Override
    public Object answer(Call call) {
        if (call.x().length > 0
                && call.x()[0] != null
                && !Values.isStandIn(call.x()[0])
                && call.opcode() != Opcodes.INVOKESTATIC
                && !(call.x()[0] instanceof Class)) {
            return UNKNOWN; // a real object answers for itself
        }
        if (call.name().equals("registerNatives")) {
            return null;
        }
        return call.owner().getName().equals(SECRETS)
                ? secret(call)
                : KNOWN.get(key(call.owner(), call.name())).answer(call);
    }

    private static Object getClass(Call call) {
        if (call.x()[0] == null) {
            throw new NullPointerException("getClass of null");
        }
        if (call.x()[0] instanceof Lambda) {
            throw new Refusal("the class of a lambda is asked for, which has no name while tracing");
        }
        return Values.type(call.x()[0]);
    }

    private static Object copy(Call call) {
        Object original = call.x()[0];
        if (original instanceof Array array) {
            return new Array(array.component(), array.elements().clone());
        }
        Instance instance = (Instance) original;
        for (int slot = 0; slot < instance.slots.length; slot++) {
            call.machine().bridge.field(instance, slot);
        }
        return new Instance(instance.type, null, instance.slots.clone());
    }

    private static Object arraycopy(Call call) {
        Object[] x = call.x();
        if (x[0] == null || x[2] == null) {
            throw new NullPointerException("arraycopy of null");
        }
        System.arraycopy(
                ((Array) x[0]).elements(),
                call.integer(1),
                ((Array) x[2]).elements(),
                call.integer(3),
                call.integer(4));
        return null;
    }

    private static Object cast(Call call) {
        Object value = call.x()[1];
        if (value != null && !Values.isInstance((Class<?>) call.x()[0], value)) {
            throw new Values.Thrown(new ClassCastException(
                    "Cannot cast " + Values.type(value).getName() + " to " + ((Class<?>) call.x()[0]).getName()));
        }
        return value;
    }

    private static Object constants(Call call, Class<?> type) {
        return type.isEnum()
                ? call.machine()
                        .call(
                                call.at(),
                                Opcodes.INVOKESTATIC,
                                type,
                                "values",
                                "()" + Type.getDescriptor(type.arrayType()))
                : null;
    }

    private static Object constant(Call call) {
        Class<?> type = (Class<?>) call.x()[0];
        Texts.refuse(call);
        for (Object constant : ((Array) constants(call, type)).elements()) {
            String name = constant instanceof Instance instance
                    ? (String) call.machine()
                            .bridge
                            .field(instance, call.machine().layouts.slot(Enum.class, "name"))
                    : ((Enum<?>) constant).name();
            if (name.equals(call.x()[1])) {
                return constant;
            }
        }
        throw new Values.Thrown(
                new IllegalArgumentException("No enum constant " + type.getCanonicalName() + "." + call.x()[1]));
    }

    /** Sets and maps made by of() are iterated in an order that changes from run to run. */
    private static Object salted(Call call) {
        call.machine().tape.round();
        return 1L;
    }

    /** Parallel sums are rounded in another order. */
    private static Object onOneThread(Call call) {
        call.machine().tape.round();
        return call.x()[0];
    }

    private static Object sequential(Call call) {
        call.machine().tape.round();
        return call.machine()
                .call(
                        call.at(),
                        Opcodes.INVOKEINTERFACE,
                        java.util.Collection.class,
                        "stream",
                        "()Ljava/util/stream/Stream;",
                        call.x()[0]);
    }

    /** Access between packages of the JDK: that to its immutable collections is followed, all other is refused. */
    private static Object secret(Call call) {
        if (call.name().startsWith("set")) {
            return UNKNOWN;
        }
        if (!call.name().equals("getJavaUtilCollectionAccess")) {
            throw new Refusal("a class of the JDK uses internals (" + call.name() + ") that cannot be followed");
        }
        Machine machine = call.machine();
        machine.statics.initialise(
                machine.type((ClassLoader) null, Type.getObjectType("java/util/ImmutableCollections$Access")));
        return machine.statics.cell(call.owner(), "javaUtilCollectionAccess").value;
    }

    private static Object threads() {
        throw new Refusal("other threads are started; the function must compute on the thread that calls it");
    }
}

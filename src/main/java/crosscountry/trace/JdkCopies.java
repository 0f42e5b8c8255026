package crosscountry.trace;

import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Refusal;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/**
 * Builds interpreted copies of objects of the JDK that were made outside of the function, from what they show of
 * themselves.
 */
final class JdkCopies {
    private static final crosscountry.graph.Source OUTSIDE = new crosscountry.graph.Source("a static field", 0);
    private final Machine machine;

    JdkCopies(Machine machine) {
        this.machine = machine;
    }

    /** The interpreted form of an object of an interpreted class of the JDK. */
    Object in(Object real) {
        Class<?> type = real.getClass();
        if (real instanceof Enum<?> constant) {
            return machine.statics.cell(constant.getDeclaringClass(), constant.name()).value;
        }
        if (real instanceof Throwable) {
            return real;
        }
        if (type == Object.class) {
            return new Values.Instance(type, real, new Object[0]);
        }
        if (real instanceof Optional<?> optional) {
            return optional.isEmpty()
                    ? make(Optional.class, "empty", "()Ljava/util/Optional;")
                    : make(
                            Optional.class,
                            "of",
                            "(Ljava/lang/Object;)Ljava/util/Optional;",
                            machine.bridge.in(optional.get()));
        }
        if (real instanceof OptionalDouble optional && optional.isPresent()) {
            return make(OptionalDouble.class, "of", "(D)Ljava/util/OptionalDouble;", optional.getAsDouble());
        }
        if (real instanceof OptionalInt optional && optional.isPresent()) {
            return make(OptionalInt.class, "of", "(I)Ljava/util/OptionalInt;", optional.getAsInt());
        }
        if (real instanceof AtomicInteger || real instanceof AtomicLong || real instanceof AtomicBoolean) {
            boolean isInt = real instanceof AtomicInteger;
            return real instanceof AtomicBoolean flag
                    ? construct(type, "(Z)V", flag.get() ? 1 : 0)
                    : construct(
                            type,
                            isInt ? "(I)V" : "(J)V",
                            isInt ? (Object) ((AtomicInteger) real).get() : ((AtomicLong) real).get());
        }
        if (real instanceof AtomicReference<?> reference) {
            return construct(type, "(Ljava/lang/Object;)V", machine.bridge.in(reference.get()));
        }
        if (real instanceof BaseStream<?, ?> stream) {
            return stream(stream);
        }
        if (real instanceof SortedMap<?, ?> map && map.comparator() != null
                || real instanceof SortedSet<?> set && set.comparator() != null) {
            throw new Refusal("a sorted collection with an order of its own was made outside of the function; "
                    + "make it in the function");
        }
        if (real instanceof Collection<?> collection) {
            return collection(type, collection);
        }
        if (real instanceof Map<?, ?> map) {
            return map(type, map);
        }
        throw new Refusal("an object of " + type.getName()
                + " was made outside of the function and cannot be looked into; make it in the function");
    }

    private Object collection(Class<?> type, Collection<?> real) {
        Object[] elements = real.stream().map(machine.bridge::in).toArray();
        boolean modifiable = isPlain(type);
        Class<?> made = modifiable ? type : real instanceof Set ? LinkedHashSet.class : java.util.ArrayList.class;
        Object copy = construct(made, "()V");
        for (Object element : elements) {
            machine.call(OUTSIDE, Opcodes.INVOKEVIRTUAL, made, "add", "(Ljava/lang/Object;)Z", copy, element);
        }
        if (modifiable) {
            return copy;
        }
        if (type.getName().equals("java.util.Arrays$ArrayList")) {
            return make(
                    Arrays.class, "asList", "([Ljava/lang/Object;)Ljava/util/List;", new Array(Object.class, elements));
        }
        return real instanceof Set
                ? make(java.util.Collections.class, "unmodifiableSet", "(Ljava/util/Set;)Ljava/util/Set;", copy)
                : real instanceof List
                        ? make(
                                java.util.Collections.class,
                                "unmodifiableList",
                                "(Ljava/util/List;)Ljava/util/List;",
                                copy)
                        : make(
                                java.util.Collections.class,
                                "unmodifiableCollection",
                                "(Ljava/util/Collection;)Ljava/util/Collection;",
                                copy);
    }

    private Object map(Class<?> type, Map<?, ?> real) {
        boolean modifiable = isPlain(type);
        Object copy;
        if (real instanceof java.util.EnumMap<?, ?> map) {
            if (map.isEmpty()) {
                throw new Refusal("an empty EnumMap was made outside of the function; make it in the function");
            }
            Class<?> keys = map.keySet().iterator().next().getDeclaringClass();
            copy = construct(type, "(Ljava/lang/Class;)V", keys);
        } else {
            copy = construct(modifiable ? type : LinkedHashMap.class, "()V");
        }
        real.forEach((key, value) -> machine.call(
                OUTSIDE,
                Opcodes.INVOKEINTERFACE,
                Map.class,
                "put",
                "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                copy,
                machine.bridge.in(key),
                machine.bridge.in(value)));
        return modifiable || real instanceof java.util.EnumMap
                ? copy
                : make(java.util.Collections.class, "unmodifiableMap", "(Ljava/util/Map;)Ljava/util/Map;", copy);
    }

    /** A public class of which anybody can make an empty object. */
    private static boolean isPlain(Class<?> type) {
        try {
            return Modifier.isPublic(type.getModifiers())
                    && Modifier.isPublic(type.getConstructor().getModifiers());
        } catch (NoSuchMethodException none) {
            return false;
        }
    }

    private Object stream(BaseStream<?, ?> real) {
        if (real instanceof IntStream ints) {
            return make(IntStream.class, "of", "([I)Ljava/util/stream/IntStream;", machine.bridge.in(ints.toArray()));
        }
        if (real instanceof LongStream longs) {
            return make(
                    LongStream.class, "of", "([J)Ljava/util/stream/LongStream;", machine.bridge.in(longs.toArray()));
        }
        if (real instanceof DoubleStream doubles) {
            return make(
                    DoubleStream.class,
                    "of",
                    "([D)Ljava/util/stream/DoubleStream;",
                    machine.bridge.in(doubles.toArray()));
        }
        return make(
                Stream.class,
                "of",
                "([Ljava/lang/Object;)Ljava/util/stream/Stream;",
                machine.bridge.in(((Stream<?>) real).toArray()));
    }

    private Object make(Class<?> owner, String name, String descriptor, Object... arguments) {
        return machine.call(OUTSIDE, Opcodes.INVOKESTATIC, owner, name, descriptor, arguments);
    }

    private Object construct(Class<?> type, String descriptor, Object... arguments) {
        return machine.construct(OUTSIDE, type, descriptor, arguments);
    }
}

package crosscountry.trace;

import crosscountry.graph.GraphException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;

/** What a parameter takes: numbers of the point, alone, in rows or in records, or a value bound to it. */
sealed interface Parameter {
    /** The argument for the interpreter, whose numbers become inputs of the tape. */
    Object symbolic(Machine machine);

    /** The real argument. */
    Object real(Numbers numbers);

    /** The numbers of a point, taken one after the other. */
    final class Numbers {
        private final double[] point;
        private int next;

        Numbers(double[] point) {
            this.point = point;
        }

        double take() {
            return point[next++];
        }
    }

    record Scalar(String name, boolean boxed) implements Parameter {
        @Override
        public Object symbolic(Machine machine) {
            Symbol input = machine.tape.input(name);
            return boxed ? Doubles.box(input) : input;
        }

        @Override
        public Object real(Numbers numbers) {
            return numbers.take();
        }
    }

    record Row(Class<?> component, List<Parameter> elements) implements Parameter {
        @Override
        public Object symbolic(Machine machine) {
            return new Values.Array(
                    component,
                    elements.stream().map(element -> element.symbolic(machine)).toArray());
        }

        @Override
        public Object real(Numbers numbers) {
            Object array = Array.newInstance(component, elements.size());
            for (int k = 0; k < elements.size(); k++) {
                Array.set(array, k, elements.get(k).real(numbers));
            }
            return array;
        }
    }

    record Composite(Class<?> type, List<Parameter> components) implements Parameter {
        @Override
        public Object symbolic(Machine machine) {
            Object[] arguments = components.stream()
                    .map(component -> component.symbolic(machine))
                    .toArray();
            return machine.construct(
                    new crosscountry.graph.Source(type.getSimpleName(), 0),
                    type,
                    Type.getConstructorDescriptor(constructor()),
                    arguments);
        }

        @Override
        public Object real(Numbers numbers) {
            Object[] arguments = components.stream()
                    .map(component -> component.real(numbers))
                    .toArray();
            try {
                Constructor<?> constructor = constructor();
                constructor.setAccessible(true);
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                throw new GraphException(
                        "a " + type.getSimpleName() + " cannot be made of these numbers: " + e.getCause());
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new GraphException("a " + type.getSimpleName() + " cannot be made: " + e.getMessage());
            }
        }

        private Constructor<?> constructor() {
            try {
                return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A value that does not depend on the point; the method gets a copy of an array, since it may write into it. */
    record Bound(Object value, Class<?> type) implements Parameter {
        @Override
        public Object symbolic(Machine machine) {
            return machine.bridge.in(copy(value), type);
        }

        @Override
        public Object real(Numbers numbers) {
            return copy(value);
        }

        private static Object copy(Object value) {
            if (value == null || !value.getClass().isArray()) {
                return value;
            }
            int length = Array.getLength(value);
            Object copy = Array.newInstance(value.getClass().getComponentType(), length);
            for (int k = 0; k < length; k++) {
                Array.set(copy, k, copy(Array.get(value, k)));
            }
            return copy;
        }
    }
}

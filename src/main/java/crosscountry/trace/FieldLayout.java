package crosscountry.trace;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of a class's objects lie: inherited ones first, so that a field has the same slot in every subclass;
 * a field that hides another has a slot of its own.
 */
record FieldLayout(List<Field> fields, Object[] zeros) {
    /** The layouts known so far. */
    static final class Table {
        private final Map<Class<?>, FieldLayout> layouts = new HashMap<>();

        FieldLayout of(Class<?> type) {
            FieldLayout known = layouts.get(type);
            if (known == null) {
                known = make(type);
                layouts.put(type, known);
            }
            return known;
        }

        private FieldLayout make(Class<?> type) {
            List<Field> fields =
                    type.getSuperclass() == null ? new ArrayList<>() : new ArrayList<>(of(type.getSuperclass()).fields);
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
            return new FieldLayout(
                    fields,
                    fields.stream().map(field -> Values.zero(field.getType())).toArray());
        }

        /** A new object with Java's default values. */
        Values.Instance instance(Class<?> type) {
            return new Values.Instance(type, null, of(type).zeros.clone());
        }

        /** The slot of the field that this name means in {@code owner}. */
        int slot(Class<?> owner, String name) {
            List<Field> fields = of(owner).fields;
            for (int k = fields.size() - 1; k >= 0; k--) {
                if (fields.get(k).getName().equals(name)) {
                    return k;
                }
            }
            throw new Values.Refusal("there is no field " + name + " in " + owner.getName());
        }
    }
}

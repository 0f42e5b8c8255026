package crosscountry.trace;

import crosscountry.trace.Values.Instance;

/** A field of an object, by its slot. */
record FieldPlace(Call call, Instance instance, int slot) implements AtomicOperation.Place {
    @Override
    public Object get() {
        return call.machine().bridge.field(instance, slot);
    }

    @Override
    public void put(Object value) {
        instance.slots[slot] = value;
    }
}

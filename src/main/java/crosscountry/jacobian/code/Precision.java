package crosscountry.jacobian.code;

import org.objectweb.asm.Opcodes;

/** A floating-point type, with its instructions. */
public enum Precision {
    FLOAT64("[D", Opcodes.DLOAD, Opcodes.DSTORE, Opcodes.DALOAD, Opcodes.DASTORE, 2, "Float64"),
    FLOAT32("[F", Opcodes.FLOAD, Opcodes.FSTORE, Opcodes.FALOAD, Opcodes.FASTORE, 1, "Float32");

    final String array;
    final int load;
    final int store;
    final int arrayLoad;
    final int arrayStore;
    /** Local variable slots of one value. */
    final int slots;

    final String type;

    Precision(String array, int load, int store, int arrayLoad, int arrayStore, int slots, String type) {
        this.array = array;
        this.load = load;
        this.store = store;
        this.arrayLoad = arrayLoad;
        this.arrayStore = arrayStore;
        this.slots = slots;
        this.type = type;
    }

    public int bytes() {
        return this == FLOAT64 ? Double.BYTES : Float.BYTES;
    }

    public Object newArray(int length) {
        return this == FLOAT64 ? new double[length] : new float[length];
    }

    String methodDescriptor() {
        return "(" + array + "I" + array + array + "I)V";
    }

    /** The float64 instruction's counterpart in this type: FADD is DADD - 1, and so on. */
    int arithmetic(int doubleOpcode) {
        return this == FLOAT64 ? doubleOpcode : doubleOpcode - 1;
    }
}

package crosscountry.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which model knows which class's methods. */
final class Models {
    private final Map<String, Call.Model> byClass = new HashMap<>();
    private final Natives natives = new Natives();
    private final LibraryFunctions functions = new LibraryFunctions();

    Models() {
        Intrinsics intrinsics = new Intrinsics();
        Intrinsics.CLASSES.forEach(name -> byClass.put(name, intrinsics));
        byClass.put("java.lang.Double", new Doubles());
        Texts texts = new Texts();
        Texts.CLASSES.forEach(name -> byClass.put(name, texts));
        byClass.put("java.util.Arrays", new ArrayCalls());
        byClass.put("jdk.internal.util.ArraysSupport", new ArrayCalls());
        byClass.put("jdk.internal.misc.Unsafe", new UnsafeCalls());
        FieldHandle.Calls handles = new FieldHandle.Calls();
        for (String name : List.of(
                "java.lang.invoke.MethodHandles",
                "jdk.internal.invoke.MhUtil",
                FieldHandle.class.getName(),
                FieldHandle.Lookup.class.getName())) {
            byClass.put(name, handles);
        }
    }

    /** The model that may know this method; null if none does. */
    Call.Model find(Class<?> owner, String name) {
        Call.Model model = byClass.get(owner.getName());
        return model != null
                ? model
                : natives.knows(owner, name)
                        ? natives
                        : LibraryFunctions.knows(owner.getName(), name) ? functions : null;
    }
}

package crosscountry.kernel.shell;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns calls that would end this process, and the session with it, into the end of the cell. Java 24 removed the
 * security manager that used to catch them, so the calls are replaced in loaded classes, method references included.
 */
public final class ExitCalls {
    private static final String OWN = Type.getInternalName(ExitCalls.class);
    private static final Set<String> RUNTIME = Set.of("exit", "halt");

    private ExitCalls() {}

    /** Ends a cell instead of the kernel; an error, so that {@code catch (Exception e)} does not swallow it. */
    public static final class Exit extends Error {
        private static final long serialVersionUID = 1L;

        Exit(String call, int status) {
            super(call + "(" + status + ") ended the cell; the kernel goes on, with all variables", null, false, false);
        }
    }

    /** Stands for {@code System.exit}. */
    public static void exit(int status) {
        throw new Exit("System.exit", status);
    }

    /** Stands for {@code Runtime.exit}. */
    public static void exit(Runtime runtime, int status) {
        throw new Exit("Runtime.exit", status);
    }

    /** Stands for {@code Runtime.halt}. */
    public static void halt(Runtime runtime, int status) {
        throw new Exit("Runtime.halt", status);
    }

    /** The class without such calls; the same bytes where there are none. */
    static byte[] replaced(byte[] bytes) {
        String constants = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!constants.contains("exit") && !constants.contains("halt")) {
            return bytes;
        }
        boolean[] found = {false};
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions), found);
                    }
                },
                0);
        return found[0] ? writer.toByteArray() : bytes;
    }

    private static final class Calls extends MethodVisitor {
        private final boolean[] found;

        Calls(MethodVisitor next, boolean[] found) {
            super(Opcodes.ASM9, next);
            this.found = found;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String own = stands(owner, name, descriptor);
            if (own == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, OWN, name, own, false);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] replaced = arguments.clone();
            for (int k = 0; k < replaced.length; k++) {
                if (replaced[k] instanceof Handle handle) {
                    String own = stands(handle.getOwner(), handle.getName(), handle.getDesc());
                    replaced[k] = own == null
                            ? handle
                            : new Handle(Opcodes.H_INVOKESTATIC, OWN, handle.getName(), own, false);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
        }

        /** The descriptor of our method that stands for a call, null for any other call. */
        private String stands(String owner, String name, String descriptor) {
            boolean system = owner.equals("java/lang/System") && name.equals("exit") && descriptor.equals("(I)V");
            boolean runtime = owner.equals("java/lang/Runtime") && RUNTIME.contains(name) && descriptor.equals("(I)V");
            found[0] |= system || runtime;
            return system ? descriptor : runtime ? "(Ljava/lang/Runtime;I)V" : null;
        }
    }
}

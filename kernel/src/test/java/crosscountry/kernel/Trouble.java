package crosscountry.kernel;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What code of users may throw: each in earnest where that can be had. */
public enum Trouble {
    AN_EXCEPTION {
        @Override
        void happen() {
            throw new IllegalStateException("on purpose");
        }
    },
    NO_CLASS {
        @Override
        void happen() {
            throw new NoClassDefFoundError("gone/Away");
        }
    },
    STATIC_INITIALISER {
        @Override
        void happen() {
            throw new ExceptionInInitializerError(new ArithmeticException("/ by zero"));
        }
    },
    A_CLASS_THAT_DOES_NOT_VERIFY {
        @Override
        void happen() throws Throwable {
            ClassWriter writer = new ClassWriter(0);
            writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Unverified", null, "java/lang/Object", null);
            MethodVisitor method =
                    writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "number", "()I", null, null);
            method.visitCode();
            method.visitInsn(Opcodes.IRETURN); // of an empty stack
            method.visitMaxs(1, 0);
            method.visitEnd();
            writer.visitEnd();
            byte[] bytes = writer.toByteArray();
            Class<?> made = new ClassLoader() {
                Class<?> define() {
                    return defineClass("Unverified", bytes, 0, bytes.length);
                }
            }.define();
            Class.forName(made.getName(), true, made.getClassLoader());
        }
    },
    A_STACK_THAT_IS_FULL {
        @Override
        void happen() throws Throwable {
            happen();
            happen();
        }
    },
    A_MEMORY_THAT_IS_FULL {
        @Override
        void happen() {
            List<long[]> all = new ArrayList<>();
            while (true) {
                all.add(new long[Integer.MAX_VALUE - 8]);
            }
        }
    },
    NO_MEMORY {
        @Override
        void happen() {
            throw new OutOfMemoryError("as thrown by a library");
        }
    },
    @SuppressWarnings("removal")
    DEATH {
        @Override
        void happen() {
            throw new ThreadDeath();
        }
    },
    AN_INTERRUPT_OF_ITS_OWN {
        @Override
        void happen() throws Throwable {
            throw new InterruptedException("not by the user");
        }
    },
    AN_ERROR_OF_ITS_OWN {
        @Override
        void happen() {
            throw new Error() {
                private static final long serialVersionUID = 1L;
            };
        }
    },
    A_MESSAGE_THAT_THROWS {
        @Override
        void happen() {
            throw new RuntimeException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("no message");
                }

                @Override
                public String toString() {
                    throw new NoClassDefFoundError("no text");
                }

                @Override
                public StackTraceElement[] getStackTrace() {
                    return null;
                }
            };
        }
    },
    A_MESSAGE_THAT_FILLS_THE_STACK {
        @Override
        void happen() {
            throw new Error() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    return "again " + getMessage();
                }

                @Override
                public synchronized Throwable getCause() {
                    return getCause().getCause();
                }
            };
        }
    },
    CAUSES_IN_A_RING {
        @Override
        void happen() {
            RuntimeException first = new RuntimeException("first");
            first.initCause(new RuntimeException("second", first));
            throw first;
        }
    };

    abstract void happen() throws Throwable;

    /** Throws it, whatever it is, where no exception is declared. */
    public double strike() {
        return Trouble.<RuntimeException>thrown(this);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> double thrown(Trouble trouble) throws T {
        try {
            trouble.happen();
            return 0;
        } catch (Throwable thrown) {
            throw (T) thrown;
        }
    }
}

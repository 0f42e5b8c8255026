package crosscountry.kernel.shell;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Line numbers of compiled snippets as their author sees them: JShell counts from the top of the class that it makes
 * up.
 */
final class CellLines {
    /** JShell names the class of snippet 11 {@code REPL.$JShell$11}, its later forms {@code REPL.$JShell$11B}, ... */
    private static final Pattern CLASS = Pattern.compile(".*\\$JShell\\$(\\d+)[A-Z]*(\\$.*)?");

    private final JShell jshell;
    private final Map<String, Place> places;

    CellLines(JShell jshell, Map<String, Place> places) {
        this.jshell = jshell;
        this.places = places;
    }

    /** The class with lines of its cell; unchanged where the cell is not known. */
    byte[] inCell(String className, byte[] bytes) {
        Matcher name = CLASS.matcher(className);
        Place place = name.matches() ? places.get(name.group(1)) : null;
        if (place == null) {
            return bytes;
        }
        int shift = jshell.snippets()
                .filter(snippet -> snippet.id().equals(name.group(1)))
                .findFirst()
                .map(snippet -> place.line(0) - 1 - linesAbove(snippet))
                .orElse(0);
        return shift == 0 ? bytes : shifted(bytes, shift);
    }

    /** The cell that a frame as the JVM sees it belongs to; null outside of cells. */
    String place(StackTraceElement frame) {
        Matcher name = CLASS.matcher(frame.getClassName());
        Place place = name.matches() ? places.get(name.group(1)) : null;
        return place == null ? null : place.label();
    }

    /** Lines of the made-up class before the snippet's own text. */
    private int linesAbove(Snippet snippet) {
        SnippetWrapper wrapper = jshell.sourceCodeAnalysis().wrapper(snippet);
        int start = wrapper.sourceToWrappedPosition(0);
        return start < 0
                ? 0
                : (int) wrapper.wrapped()
                        .substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static byte[] shifted(byte[] bytes, int shift) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(
                                        Opcodes.ASM9,
                                        super.visitMethod(access, name, descriptor, signature, exceptions)) {
                                    @Override
                                    public void visitLineNumber(int line, Label start) {
                                        super.visitLineNumber(Math.max(1, line + shift), start);
                                    }
                                };
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}

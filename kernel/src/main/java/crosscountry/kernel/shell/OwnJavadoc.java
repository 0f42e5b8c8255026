package crosscountry.kernel.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import crosscountry.graph.Graph;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The Javadoc of the engine and the kernel. JShell finds only the JDK's sources by itself; ours lie in a folder of
 * every jar, beside the classes, and are parsed on demand.
 */
final class OwnJavadoc {
    private static final String ROOT = "META-INF/sources/";
    private static final int SUPERTYPES = 3;

    /** A parsed file. */
    private record Unit(CompilationUnitTree tree, DocTrees docs) {
        String comment(Tree member) {
            return docs.getDocComment(TreePath.getPath(tree, member));
        }
    }

    private final Map<String, Optional<Unit>> units = new HashMap<>();
    private Map<String, Set<String>> files;

    /** The source comment on what a signature names; empty if there is none or the type is not ours. */
    synchronized Optional<String> of(MemberSignature signature) {
        if (signature.names().isEmpty()) {
            return Optional.empty();
        }
        String folder = ROOT + signature.packageName().replace('.', '/');
        return files().getOrDefault(signature.names().get(0), Set.of()).stream()
                .filter(file -> signature.packageName().isEmpty()
                        || file.equals(folder + "/" + signature.names().get(0) + ".java"))
                .flatMap(file -> unit(file).stream())
                .flatMap(unit -> comment(unit, signature, SUPERTYPES).stream())
                .findFirst();
    }

    private Optional<String> comment(Unit unit, MemberSignature signature, int supertypes) {
        ClassTree type = unit.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .findFirst()
                .orElse(null);
        int next = 1;
        for (; type != null && next < signature.names().size(); next++) {
            String name = signature.names().get(next);
            Optional<ClassTree> inner = members(type, ClassTree.class)
                    .filter(one -> one.getSimpleName().contentEquals(name))
                    .findFirst();
            if (inner.isEmpty()) {
                break;
            }
            type = inner.get();
        }
        if (type == null || next < signature.names().size() - 1) {
            return Optional.empty();
        }
        if (next == signature.names().size()) {
            ClassTree whole = type;
            return signature
                    .parameters()
                    .flatMap(parameters -> method(unit, whole, "<init>", parameters))
                    .or(() -> Optional.ofNullable(unit.comment(whole)));
        }
        return member(unit, type, signature, supertypes);
    }

    private Optional<String> member(Unit unit, ClassTree type, MemberSignature signature, int supertypes) {
        String name = signature.names().get(signature.names().size() - 1);
        Optional<String> own = signature.parameters().isPresent()
                ? method(unit, type, name, signature.parameters().get())
                : members(type, VariableTree.class)
                        .filter(field -> field.getName().contentEquals(name))
                        .findFirst()
                        .map(unit::comment);
        if (own.isPresent()) {
            return own;
        }
        if (type.getKind() == Tree.Kind.RECORD && unit.comment(type) != null) {
            Matcher component = Pattern.compile("@param\\s+" + Pattern.quote(name) + "\\s+([^@]*)")
                    .matcher(unit.comment(type));
            if (component.find()) {
                return Optional.of(component.group(1));
            }
        }
        if (supertypes == 0) {
            return Optional.empty();
        }
        return Stream.concat(Stream.ofNullable(type.getExtendsClause()), type.getImplementsClause().stream())
                .map(above -> MemberSignature.bare(above.toString().replaceFirst("<.*", "")))
                .flatMap(above -> files().getOrDefault(above, Set.of()).stream()
                        .flatMap(file -> unit(file).stream())
                        .flatMap(
                                found -> member(
                                        found,
                                        (ClassTree) found.tree().getTypeDecls().get(0),
                                        signature,
                                        supertypes - 1)
                                        .stream()))
                .findFirst();
    }

    private static Optional<String> method(Unit unit, ClassTree type, String name, List<String> parameters) {
        return members(type, MethodTree.class)
                .filter(method -> method.getName().contentEquals(name))
                .filter(method -> method.getParameters().stream()
                        .map(one -> MemberSignature.bare(one.getType().toString()))
                        .toList()
                        .equals(parameters))
                .findFirst()
                .map(unit::comment);
    }

    private static <T extends Tree> Stream<T> members(ClassTree type, Class<T> kind) {
        return type.getMembers().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Our source files by the names of their types. */
    private Map<String, Set<String>> files() {
        if (files == null) {
            files = new HashMap<>();
            for (Class<?> one : List.of(Graph.class, OwnJavadoc.class)) {
                for (String file : sources(one)) {
                    files.computeIfAbsent(
                                    file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()),
                                    none -> new TreeSet<>())
                            .add(file);
                }
            }
        }
        return files;
    }

    private static List<String> sources(Class<?> inside) {
        try {
            Path place = Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(place)) {
                try (JarFile jar = new JarFile(place.toFile())) {
                    return jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(ROOT) && name.endsWith(".java"))
                            .toList();
                }
            }
            try (Stream<Path> all = Files.walk(place.resolve(ROOT))) {
                return all.map(file -> place.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.endsWith(".java"))
                        .toList();
            }
        } catch (IOException | URISyntaxException | SecurityException missing) {
            return List.of(); // classes without sources are inspected without comments
        }
    }

    private Optional<Unit> unit(String file) {
        return units.computeIfAbsent(file, OwnJavadoc::parsed);
    }

    private static Optional<Unit> parsed(String file) {
        try (InputStream in = OwnJavadoc.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JavaFileObject source =
                    new SimpleJavaFileObject(URI.create("source:/" + file), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreErrors) {
                            return text;
                        }
                    };
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(source));
            return Optional.of(new Unit(task.parse().iterator().next(), DocTrees.instance(task)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}

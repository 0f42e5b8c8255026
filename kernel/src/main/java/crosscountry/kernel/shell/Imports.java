package crosscountry.kernel.shell;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;

/**
 * What every cell imports without asking: the JDK packages of jshell's own start-up, then ours. The user's names win:
 * before the first snippet of a cell is compiled, the names that it declares or imports are taken out of these imports.
 * Java has no import weaker than one of a whole package, and the snippets of a cell may use each other before their
 * declarations.
 */
final class Imports {
    private static final List<String> JDK = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");
    static final List<String> OURS = List.of(
            "crosscountry.graph",
            "crosscountry.trace",
            "crosscountry.elimination.edge",
            "crosscountry.elimination",
            "crosscountry.elimination.state",
            "crosscountry.jacobian",
            "crosscountry.jacobian.export",
            "crosscountry.jacobian.program",
            "crosscountry.search",
            "crosscountry.search.method",
            "crosscountry.task",
            "crosscountry.tuning",
            "tech.tablesaw.api");
    /** Whose static methods are imported. */
    private static final Class<?> FUNCTIONS = Notebook.class;

    private static final String CALL = "()";
    /** Matches code that may claim a name: by a type, an import, or what looks like the head of a method. */
    private static final Pattern CLAIM =
            Pattern.compile("\\b(?:class|interface|enum|record|import)\\b|[\\w>\\]]\\s+\\w+\\s*\\(");

    private final JShell jshell;
    private final CompilerFiles files;
    private Set<String> claimed = Set.of();
    private Snippet own;

    Imports(JShell jshell, CompilerFiles files) {
        this.jshell = jshell;
        this.files = files;
        own = imported();
    }

    /**
     * All imports in one snippet, which is compiled once; twenty snippets would be compiled twenty times. JShell
     * accepts the text as a whole.
     */
    private Snippet imported() {
        Stream<String> packages = Stream.concat(JDK.stream(), OURS.stream()).flatMap(this::ofPackage);
        return jshell.eval(Stream.concat(packages, ofFunctions())
                        .map(one -> "import " + one + ";")
                        .collect(Collectors.joining(" ")))
                .get(0)
                .snippet();
    }

    private Stream<String> ofPackage(String name) {
        Set<String> types = claimed.isEmpty() ? Set.of() : files.typesIn(name);
        if (types.stream().noneMatch(claimed::contains)) {
            return Stream.of(name + ".*");
        }
        return types.stream()
                .filter(type -> !claimed.contains(type))
                .map(type -> name + "." + type)
                .filter(Imports::isPublic)
                .sorted();
    }

    private static boolean isPublic(String type) {
        try {
            return Modifier.isPublic(
                    Class.forName(type, false, Imports.class.getClassLoader()).getModifiers());
        } catch (ClassNotFoundException | LinkageError unusable) {
            return false;
        }
    }

    private Stream<String> ofFunctions() {
        Set<String> names = functions();
        String prefix = "static " + FUNCTIONS.getName() + ".";
        boolean whole = names.stream().noneMatch(name -> claimed.contains(name + CALL));
        return whole
                ? Stream.of(prefix + "*")
                : names.stream().filter(name -> !claimed.contains(name + CALL)).map(name -> prefix + name);
    }

    /** The names of the functions that every cell can call. */
    static Set<String> functions() {
        return Stream.of(FUNCTIONS.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Takes the names claimed by this code or an earlier cell out of the imports, and restores those that nobody claims
     * any more.
     */
    void giveWayTo(String code) {
        Set<String> next = new HashSet<>();
        jshell.snippets()
                .filter(snippet ->
                        jshell.status(snippet).isActive() && !snippet.id().equals(own.id()))
                .forEach(snippet -> claim(snippet, next));
        if (CLAIM.matcher(code).find()) {
            snippets(code).forEach(snippet -> claim(snippet, next));
        }
        if (!next.equals(claimed)) {
            claimed = next;
            own = imported();
        }
    }

    private List<Snippet> snippets(String code) {
        List<Snippet> all = new ArrayList<>();
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = !info.completeness().isComplete() || info.source() == null;
            all.addAll(jshell.sourceCodeAnalysis().sourceToSnippets(whole ? rest : info.source()));
            rest = whole || info.remaining() == null ? "" : info.remaining();
        }
        return all;
    }

    private void claim(Snippet snippet, Set<String> names) {
        if (snippet instanceof TypeDeclSnippet type) {
            add(type.name(), JDK, names);
            add(type.name(), OURS, names);
        } else if (snippet instanceof MethodSnippet method) {
            addFunction(method.name(), names);
        } else if (snippet instanceof ImportSnippet one) {
            claim(one, names);
        }
    }

    private void claim(ImportSnippet one, Set<String> names) {
        int dot = one.fullname().lastIndexOf('.');
        String last = one.fullname().substring(dot + 1);
        String before = one.fullname().substring(0, Math.max(0, dot));
        if (!last.equals("*")) {
            add(last, JDK, names);
            add(last, OURS, names);
            if (one.isStatic()) {
                addFunction(last, names);
            }
        } else if (!one.isStatic() && !JDK.contains(before) && !OURS.contains(before)) {
            files.typesIn(before).forEach(type -> add(type, OURS, names)); // List stays java.util's beside java.awt.*
        }
    }

    private void add(String type, List<String> packages, Set<String> names) {
        if (packages.stream().anyMatch(one -> files.typesIn(one).contains(type))) {
            names.add(type);
        }
    }

    private static void addFunction(String name, Set<String> names) {
        if (functions().contains(name)) {
            names.add(name + CALL);
        }
    }
}

package crosscountry.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/** Completion, inspection and the question whether code is complete, all from JShell's own analysis. */
public final class CodeAssist {
    private static final Pattern QUALIFIER = Pattern.compile("[\\w.]+\\.$");

    private final JavaShell shell;
    private final OwnJavadoc sources = new OwnJavadoc();

    CodeAssist(JavaShell shell) {
        this.shell = shell;
    }

    /** What may stand between {@code start} and {@code end} of the code. */
    public record Completion(int start, int end, List<String> matches) {}

    /** Completions at a cursor, given in UTF-16 units; those whose type fits stand first. */
    public Completion complete(String code, int cursor) {
        Completion whole = suggest(code, cursor, 0);
        return whole.matches().isEmpty() ? suggest(code, cursor, lastSnippet(code.substring(0, cursor))) : whole;
    }

    private Completion suggest(String code, int cursor, int from) {
        int[] anchor = {cursor - from};
        List<Suggestion> suggestions =
                shell.analysis().completionSuggestions(code.substring(from, cursor), cursor - from, anchor);
        Set<String> matches = new LinkedHashSet<>();
        Matcher qualifier = QUALIFIER.matcher(code.substring(from, from + anchor[0]));
        String before = qualifier.find() ? qualifier.group() : "";
        suggestions.stream()
                .filter(Suggestion::matchesType)
                .map(Suggestion::continuation)
                .forEach(matches::add);
        suggestions.stream().map(Suggestion::continuation).forEach(matches::add);
        matches.removeIf(name -> name.endsWith(".") && !shell.leadsSomewhere(before + name));
        return new Completion(from + anchor[0], cursor, new ArrayList<>(matches));
    }

    /** Where the last snippet of the code begins. */
    private int lastSnippet(String code) {
        int at = 0;
        while (true) {
            CompletionInfo info = shell.analysis().analyzeCompletion(code.substring(at));
            String remaining = info.remaining();
            if (!info.completeness().isComplete() || remaining == null || remaining.isBlank()) {
                return at;
            }
            at = code.length() - remaining.length();
        }
    }

    /** MemberSignature and documentation of what stands at the cursor. */
    public Optional<String> inspect(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String before = code.substring(0, end);
        String snippet = before.substring(lastSnippet(before));
        Optional<String> variable = shell.jshell()
                .variables()
                .filter(v -> snippet.strip().equals(v.name()))
                .findFirst()
                .map(this::describe);
        if (variable.isPresent()) {
            return variable;
        }
        for (String tried :
                List.of(snippet, snippet + "(", snippet.stripTrailing().replaceFirst("[(;]+$", ""))) {
            List<Documentation> found = shell.analysis().documentation(tried, tried.length(), true);
            if (!found.isEmpty()) {
                return Optional.of(text(found));
            }
        }
        return Optional.empty();
    }

    private String describe(VarSnippet variable) {
        Object value = shell.variables().value(variable.name()).orElse(null);
        String text;
        try {
            text = String.valueOf(value);
        } catch (Throwable thrown) {
            text = "(its toString fails with " + thrown.getClass().getName() + ")";
        }
        return variable.typeName() + " " + variable.name() + " = "
                + (text.length() > 200 ? text.substring(0, 200) + "..." : text);
    }

    private String text(List<Documentation> found) {
        StringBuilder text = new StringBuilder();
        for (Documentation one : found) {
            MemberSignature signature = MemberSignature.of(one.signature());
            text.append(signature.shown()).append('\n');
            Optional.ofNullable(one.javadoc())
                    .or(() -> sources.of(signature))
                    .map(JavadocText::of)
                    .ifPresent(comment -> text.append(comment.replaceAll("(?m)^(?=.)", "    "))
                            .append('\n'));
        }
        return text.toString().stripTrailing();
    }

    /** Jupyter's answer to is_complete_request: {@code complete}, {@code incomplete} or {@code invalid}. */
    public String completeness(String code) {
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.analysis().analyzeCompletion(rest);
            if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                return "incomplete";
            }
            if (info.completeness() == Completeness.UNKNOWN) {
                return "invalid";
            }
            if (!info.completeness().isComplete() || info.remaining() == null) {
                return "complete";
            }
            rest = info.remaining();
        }
        return "complete";
    }
}

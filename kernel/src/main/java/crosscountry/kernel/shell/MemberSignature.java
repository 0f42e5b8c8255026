package crosscountry.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signature as JShell writes it, taken apart. JShell of newer JDKs writes a record's components wherever it names the
 * record, as in {@code Order(List vertices).of(int... numbers)}; {@code shown} is without those.
 *
 * @param names of the type, of types in it, and of a field or method where it is of one; empty for a local variable
 * @param parameters types without packages; empty for what has none, such as a field
 */
record MemberSignature(String shown, String packageName, List<String> names, Optional<List<String>> parameters) {
    static MemberSignature of(String written) {
        int open = written.endsWith(")") ? opening(written) : written.length();
        String head = without(written.substring(0, open), '(', ')');
        String tail = written.substring(open);
        String name = without(head, '<', '>').replaceFirst(":.*", "").strip();
        String[] parts = name.substring(name.lastIndexOf(' ') + 1).split("\\.");
        int type = 0;
        while (type < parts.length && (parts[type].isEmpty() || !Character.isUpperCase(parts[type].charAt(0)))) {
            type++;
        }
        List<String> all = List.of(parts);
        return new MemberSignature(
                head + tail,
                String.join(".", all.subList(0, type)),
                all.subList(type, parts.length),
                tail.isEmpty() ? Optional.empty() : Optional.of(types(tail.substring(1, tail.length() - 1))));
    }

    /** A type by its last name alone, as both JShell and a source file may write it. */
    static String bare(String type) {
        return type.replaceAll("@[\\w.]+", "")
                .replaceAll("(\\w+\\.)+(?=\\w)", "")
                .replace("...", "[]")
                .replaceAll("\\s+", "");
    }

    private static int opening(String text) {
        int depth = 0;
        for (int k = text.length() - 1; k > 0; k--) {
            depth += text.charAt(k) == ')' ? 1 : text.charAt(k) == '(' ? -1 : 0;
            if (depth == 0) {
                return k;
            }
        }
        return text.length();
    }

    private static String without(String text, char open, char close) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == open ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= c == close ? 1 : 0;
        }
        return kept.toString();
    }

    private static List<String> types(String parameters) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int k = 0; k <= parameters.length(); k++) {
            char c = k == parameters.length() ? ',' : parameters.charAt(k);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                String one = parameters.substring(from, k).strip();
                if (!one.isEmpty()) {
                    types.add(bare(one.contains(" ") ? one.substring(0, one.lastIndexOf(' ')) : one));
                }
                from = k + 1;
            }
        }
        return types;
    }
}

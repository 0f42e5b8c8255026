package crosscountry.task;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that somebody who misspelt one may have meant; an error lists these instead of all names. */
public final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /**
     * The three names with the fewest letters to add, drop or change, whatever their case and their folder, the nearest
     * first.
     */
    public static List<String> to(String word, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt(name -> distance(bare(word), bare(name))))
                .limit(SHOWN)
                .toList();
    }

    /** {@link #to} as the end of a sentence: {@code "; nearest are a, b, c"}, or nothing where there is no name. */
    public static String hint(String word, Collection<String> names) {
        List<String> nearest = to(word, names);
        return nearest.isEmpty()
                ? ""
                : (nearest.size() == 1 ? "; nearest is " : "; nearest are ") + String.join(", ", nearest);
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, row by row. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

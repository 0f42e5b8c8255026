package crosscountry.trace.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts verdicts. */
final class Tally {
    /** A program that failed, and how. */
    record Failure(Program program, Verdict.Wrong wrong) {}

    final List<Failure> failures = new ArrayList<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, Integer> skips = new HashMap<>();
    private int right;
    private int exact;
    private long entries;
    private long unknown;
    private long nearby;

    synchronized void add(Program program, Verdict verdict) {
        if (verdict instanceof Verdict.Right r) {
            right++;
            exact += r.exact() ? 1 : 0;
            entries += r.entries();
            unknown += r.unknown();
            nearby += r.nearby();
        } else if (verdict instanceof Verdict.Refused refused) {
            refusals.merge(kind(refused.sentence()), 1, Integer::sum);
        } else if (verdict instanceof Verdict.Skipped skipped) {
            skips.merge(skipped.reason().replaceAll("\\d+", "N"), 1, Integer::sum);
        } else if (verdict instanceof Verdict.Wrong wrong) {
            failures.add(new Failure(program, wrong));
        }
    }

    /** Those that nothing caught. */
    synchronized List<Failure> wrong() {
        return failures.stream()
                .filter(failure -> !failure.wrong().kind().equals(Verdict.CAUGHT))
                .toList();
    }

    synchronized int programs() {
        return right + count(refusals) + count(skips) + failures.size();
    }

    synchronized String line() {
        return String.format(
                Locale.ROOT,
                "programs %d, refused %d (%.1f %%), skipped %d, wrong %d (and %d caught by the check); "
                        + "right %d, of them to the last bit %d; "
                        + "derivatives compared %d, not known to differences %d; points nearby %d",
                programs(),
                count(refusals),
                100.0 * count(refusals) / Math.max(1, programs()),
                count(skips),
                wrong().size(),
                failures.size() - wrong().size(),
                right,
                exact,
                entries,
                unknown,
                nearby);
    }

    /** Refusals by how often they were met, with names and numbers blanked. */
    synchronized String refusals(int most) {
        return table(refusals, most);
    }

    /** Faults by how often they were met, each with one seed. */
    synchronized String faults(int most) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Long> seeds = new HashMap<>();
        for (Failure failure : failures) {
            String kind = failure.wrong().kind() + ": " + kind(failure.wrong().detail());
            counts.merge(kind, 1, Integer::sum);
            seeds.putIfAbsent(kind, failure.program().seed());
        }
        return table(
                counts.entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey() + " (seed " + seeds.get(e.getKey()) + ")", Map.Entry::getValue)),
                most);
    }

    synchronized String skips(int most) {
        return table(skips, most);
    }

    private static String table(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .map(e -> String.format(Locale.ROOT, "%7d  %s", e.getValue(), e.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static int count(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String kind(String sentence) {
        return sentence.replaceFirst("cannot trace [^:]*: ", "").replaceAll("-?\\d+(\\.\\d+)?(E-?\\d+)?", "N");
    }
}

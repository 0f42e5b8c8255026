package crosscountry.trace.fuzz;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Generated Java programs, run with numbers and traced. By hand, for as long as wanted: {@code java -cp ...
 * crosscountry.trace.fuzz.Fuzz FIRST_SEED PROGRAMS [show]}, where show prints the program of the seed (properties:
 * threads, show=failures to make small, except=a pattern of sources not to show); {@code Fuzz each PROGRAMS [IDIOM...]}
 * runs so many programs of each idiom alone.
 */
final class Fuzz {
    private static final int BATCH = 400;

    private final List<Idiom> idioms = Idiom.all(Runtime.version().feature());
    final Tally tally = new Tally();

    Program program(long seed) {
        return Grammar.program(idioms, seed);
    }

    /** Programs from this seed on, on so many threads, while {@code more} says so. */
    void run(long first, long programs, int threads, BooleanSupplier more) throws Exception {
        AtomicLong next = new AtomicLong(first);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Callable<Void> worker = () -> {
            try (Workshop workshop = new Workshop()) {
                for (long from = next.getAndAdd(BATCH);
                        from < first + programs && more.getAsBoolean();
                        from = next.getAndAdd(BATCH)) {
                    batch(
                            workshop,
                            LongStream.range(from, Math.min(from + BATCH, first + programs))
                                    .mapToObj(this::program)
                                    .toList());
                }
            }
            return null;
        };
        try {
            for (var done : pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> worker).toList())) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private void batch(Workshop workshop, List<Program> programs) {
        Judge judge = new Judge(workshop.compile(programs));
        programs.forEach(program -> tally.add(program, judge.judge(program)));
    }

    /** The failing program, and a small one that fails in the same way. */
    static String report(Tally.Failure failure) throws Exception {
        try (Workshop workshop = new Workshop()) {
            Shrinker shrinker = new Shrinker(workshop);
            Program small = shrinker.shrink(failure.program(), failure.wrong().kind());
            return "seed " + failure.program().seed() + ", point "
                    + java.util.Arrays.toString(failure.program().point()) + "\n"
                    + failure.wrong()
                    + "\n" + failure.program().source() + "smaller: " + shrinker.verdict(small) + "\n" + small.source();
        }
    }

    /** Every idiom by itself, a few programs each: which are followed, refused or wrong. */
    private static void each(int programs, List<String> names) throws Exception {
        try (Workshop workshop = new Workshop()) {
            for (Idiom idiom : Idiom.all(Runtime.version().feature())) {
                if (!names.isEmpty() && !names.contains(idiom.name())) {
                    continue;
                }
                Tally tally = new Tally();
                List<Program> all = LongStream.range(1, 1 + programs)
                        .mapToObj(seed -> Grammar.program(List.of(idiom), seed, 1))
                        .toList();
                Judge judge = new Judge(workshop.compile(all));
                all.forEach(program -> tally.add(program, judge.judge(program)));
                System.out.println(
                        "## " + idiom.name() + " " + tally.line().replaceFirst(";.*to the last bit", "; exact") + "\n"
                                + tally.faults(3) + tally.refusals(4) + tally.skips(4));
                for (Tally.Failure failure :
                        tally.failures.subList(0, Math.min(Integer.getInteger("show", 1), tally.failures.size()))) {
                    System.out.println(report(failure));
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("each")) {
            each(Integer.parseInt(arguments[1]), List.of(arguments).subList(2, arguments.length));
            return;
        }
        Fuzz fuzz = new Fuzz();
        long first = Long.parseLong(arguments[0]);
        if (arguments.length > 2) {
            System.out.println(fuzz.program(first).source());
        }
        long start = System.nanoTime();
        long[] shown = {0};
        fuzz.run(first, Long.parseLong(arguments[1]), Integer.getInteger("threads", 2), () -> {
            synchronized (shown) {
                if (fuzz.tally.programs() >= shown[0] + 100_000) {
                    shown[0] = fuzz.tally.programs();
                    System.out.println(fuzz.tally.line());
                }
            }
            return true;
        });
        Pattern except = Pattern.compile(System.getProperty("except", "$^"));
        List<Tally.Failure> failures = fuzz.tally.failures.stream()
                .filter(failure -> !except.matcher(failure.program().source()).find())
                .toList();
        System.out.println("failing seeds: "
                + failures.stream().map(failure -> failure.program().seed()).toList());
        for (Tally.Failure failure : failures.subList(0, Math.min(Integer.getInteger("show", 10), failures.size()))) {
            System.out.println("=".repeat(100) + "\n" + report(failure));
        }
        System.out.println(fuzz.tally.faults(60));
        System.out.println(fuzz.tally.refusals(60));
        System.out.println("skipped:\n" + fuzz.tally.skips(30));
        System.out.printf("%s%n%.1f s%n", fuzz.tally.line(), (System.nanoTime() - start) * 1e-9);
    }
}

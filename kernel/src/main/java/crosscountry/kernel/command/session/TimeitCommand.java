package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Verbatim;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code %timeit}: how long code takes once it is warm. The code becomes the body of a loop of its own method, so that
 * neither its compilation by JShell nor the call of the command is timed.
 */
public final class TimeitCommand extends Magic {
    private static final String NAME = "timed$";
    private static final int ROUNDS = 7;
    /** A round is made to last about as long, in nanoseconds. */
    private static final double ROUND = 1e8;
    /** Code that is nothing to the compiler takes no time, however often it runs. */
    private static final long MOST = 1L << 31;

    public TimeitCommand() {
        super("%timeit");
    }

    @Override
    protected Call call() {
        return new Timing();
    }

    @Override
    protected boolean takesCell() {
        return true;
    }

    @Command(
            description = {
                "Runs code many times and says how long one run takes.",
                "The number of runs doubles until a round takes a tenth of a second; then seven rounds are timed. The"
                        + " value of an expression is kept, so that the compiler cannot leave it out; variables"
                        + " declared in the code are its own."
            },
            customSynopsis = "CODE, or %%timeit above a cell")
    private static final class Timing implements Call {
        @Parameters(arity = "0..1", paramLabel = "CODE", description = "Java to run.")
        private Verbatim.Code line;

        @Override
        public Object run(CommandContext context, String body) throws Exception {
            String code = (Verbatim.text(line) + "\n" + (body == null ? "" : body)).strip();
            if (code.isEmpty()) {
                throw new IllegalArgumentException("%timeit needs code: %timeit CODE, or %%timeit above a cell");
            }
            try {
                context.bind(NAME, Timed.class.getCanonicalName(), compiled(context, code));
                context.out().println(measure(context));
            } finally {
                context.forget(NAME);
            }
            return null;
        }
    }

    /** An expression where its value can be taken, else statements; a mistake is told as of statements. */
    private static Object compiled(CommandContext context, String code) throws Exception {
        String head = "(" + Timed.class.getCanonicalName() + ") (times, sink) -> { for (long k = 0; k < times; k++) { ";
        if (!code.endsWith(";") && !code.endsWith("}")) {
            try {
                return context.eval(head + "sink.keep(" + code + "); } }").value();
            } catch (Exception noValue) {
                // a call without a value is a statement
            }
        }
        return context.eval(head + code + (code.endsWith(";") || code.endsWith("}") ? "" : ";") + " sink.keep(k); } }")
                .value();
    }

    private static String measure(CommandContext context) throws Exception {
        long times = 1;
        double took = time(context, times);
        while (took < ROUND && times < MOST) {
            times *= 2;
            took = time(context, times);
        }
        double[] each = new double[ROUNDS];
        for (int k = 0; k < ROUNDS; k++) {
            each[k] = time(context, times) / times;
        }
        Arrays.sort(each);
        return String.format(
                Locale.ROOT,
                "%s a run (median of %d rounds of %,d; %s to %s)",
                Durations.text(each[ROUNDS / 2]),
                ROUNDS,
                times,
                Durations.text(each[0]),
                Durations.text(each[ROUNDS - 1]));
    }

    private static double time(CommandContext context, long times) throws Exception {
        context.checkInterrupt();
        return (double) context.eval(NAME + ".time(" + times + "L)").value();
    }
}

package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code %timeit}: how long code takes once it is warm. The code becomes the body of a loop of its own method, so that
 * neither its compilation by JShell nor the call of the command is timed.
 */
public final class TimeitCommand implements Command {
    private static final String NAME = "timed$";
    private static final int ROUNDS = 7;
    /** A round is made to last about as long, in nanoseconds. */
    private static final double ROUND = 1e8;
    /** Code that is nothing to the compiler takes no time, however often it runs. */
    private static final long MOST = 1L << 31;

    @Override
    public String name() {
        return "timeit";
    }

    @Override
    public String synopsis() {
        return "%timeit CODE, or %%timeit above a cell  run it many times and say how long one run takes";
    }

    @Override
    public String help() {
        return "The number of runs doubles until a round takes a tenth of a second; then seven rounds are timed. The value of an expression is kept, "
                + "so that the compiler cannot leave it out; variables declared in the code are its own.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws Exception {
        String code = (line + "\n" + (body == null ? "" : body)).strip();
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

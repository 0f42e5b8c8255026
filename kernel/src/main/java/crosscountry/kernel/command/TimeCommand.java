package crosscountry.kernel.command;

import java.util.Locale;

/** {@code %time}: how long code takes, once. */
public final class TimeCommand implements Command {
    @Override
    public String name() {
        return "time";
    }

    @Override
    public String synopsis() {
        return "%time CODE, or %%time above a cell  run it once and say how long it took";
    }

    @Override
    public String help() {
        return "Compilation of the code is part of the time. The value of the code is the value of the command.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws Exception {
        String code = body == null ? line : line + "\n" + body;
        if (code.isBlank()) {
            throw new IllegalArgumentException("%time needs code: %time CODE, or %%time above a cell");
        }
        long start = System.nanoTime();
        try {
            return context.eval(body == null || !line.isBlank() ? code : body);
        } finally {
            context.out().println(text(System.nanoTime() - start));
        }
    }

    private static String text(long nanos) {
        double[] sizes = {1e9, 1e6, 1e3};
        String[] units = {"s", "ms", "µs"};
        for (int k = 0; k < sizes.length; k++) {
            if (nanos >= sizes[k]) {
                return String.format(Locale.ROOT, "took %.3g %s", nanos / sizes[k], units[k]);
            }
        }
        return "took " + nanos + " ns";
    }
}

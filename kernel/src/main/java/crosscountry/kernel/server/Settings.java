package crosscountry.kernel.server;

import crosscountry.kernel.display.OutputLimit;
import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Settings from the environment: variables named CROSSCOUNTRY_..., or IJAVA_... as in IJava. */
public record Settings(Map<String, String> environment) {
    private static final int USUAL_OUTPUT = 10_000_000;

    private String value(String name) {
        return environment.getOrDefault("CROSSCOUNTRY_" + name, environment.getOrDefault("IJAVA_" + name, ""));
    }

    /** Options for javac, from COMPILER_OPTS. */
    List<String> compilerOptions() {
        return Arrays.stream(value("COMPILER_OPTS").split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /**
     * The longest time a cell may run, from TIMEOUT: milliseconds, or a number and a unit such as {@code 30 SECONDS};
     * empty, zero and negative values mean no limit.
     *
     * @throws IllegalArgumentException naming the text that is no such duration
     */
    Optional<Duration> timeout() {
        String text = value("TIMEOUT").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] words = text.split("\\s+", 2);
        try {
            long count = Long.parseLong(words[0]);
            TimeUnit unit =
                    words.length == 1 ? TimeUnit.MILLISECONDS : TimeUnit.valueOf(words[1].toUpperCase(Locale.ROOT));
            return count < 1 ? Optional.empty() : Optional.of(Duration.of(count, unit.toChronoUnit()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "TIMEOUT '" + text + "' is no duration; allowed: milliseconds, or for example 30 SECONDS", e);
        }
    }

    /**
     * The most characters of one form of a value that a front end gets, from OUTPUT_LIMIT; ten million by default, 0
     * for no limit.
     *
     * @throws IllegalArgumentException naming the text that is no such number
     */
    OutputLimit outputLimit() {
        String text = value("OUTPUT_LIMIT").strip();
        if (!text.matches("\\d{0,9}")) {
            throw new IllegalArgumentException(
                    "OUTPUT_LIMIT '" + text + "' is no number of signs; allowed: 0 for all, up to 999999999");
        }
        return new OutputLimit(text.isEmpty() ? USUAL_OUTPUT : Integer.parseInt(text));
    }

    /**
     * The process that started this kernel, as Jupyter names it in JPY_PARENT_PID; empty for a kernel started by hand.
     */
    Optional<Long> parent() {
        String pid = environment.getOrDefault("JPY_PARENT_PID", "");
        return pid.matches("[1-9]\\d{0,17}") && !pid.equals("1") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
    }

    /** The file of the history: in the user's data folder, or at CROSSCOUNTRY_HISTORY. */
    public Path historyFile() {
        if (!value("HISTORY").isEmpty()) {
            return Path.of(value("HISTORY"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder = data.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return folder.resolve("crosscountry").resolve("history.jsonl");
    }

    /** Applies CLASSPATH, STARTUP_SCRIPTS_PATH and STARTUP_SCRIPT; a script that fails says so on standard error. */
    void prepare(Session session) {
        for (String entry : value("CLASSPATH").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                session.context().addToClasspath(Path.of(entry));
            }
        }
        for (String file : value("STARTUP_SCRIPTS_PATH").split(File.pathSeparator)) {
            if (!file.isBlank()) {
                script(session, Path.of(file));
            }
        }
        if (!value("STARTUP_SCRIPT").isBlank()) {
            run(session, value("STARTUP_SCRIPT"), "start-up script");
        }
    }

    private static void script(Session session, Path file) {
        try {
            run(session, Files.readString(file), file.toString());
        } catch (IOException e) {
            session.context().err().println("start-up script " + file + " cannot be read");
        }
    }

    private static void run(Session session, String code, String label) {
        try {
            session.run(code, label);
        } catch (CellException e) {
            session.context().err().println(label + " failed: " + e.getMessage());
        }
    }
}

package crosscountry.kernel.server;

import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the environment says: names that begin with CROSSCOUNTRY_, or IJAVA_ as IJava knows them. */
public record Settings(Map<String, String> environment) {
    private String value(String name) {
        return environment.getOrDefault("CROSSCOUNTRY_" + name, environment.getOrDefault("IJAVA_" + name, ""));
    }

    /** Options for javac, from COMPILER_OPTS. */
    List<String> compilerOptions() {
        return Arrays.stream(value("COMPILER_OPTS").split("\\s+")).filter(option -> !option.isEmpty()).toList();
    }

    /** The file of the history: in the user's data folder, or at CROSSCOUNTRY_HISTORY. */
    Path historyFile() {
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
                session.addToClasspath(Path.of(entry));
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
            session.err().println("start-up script " + file + " cannot be read");
        }
    }

    private static void run(Session session, String code, String label) {
        try {
            session.run(code, label);
        } catch (CellException e) {
            session.err().println(label + " failed: " + e.getMessage());
        }
    }
}

package crosscountry.kernel.display.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The game's script in Node, as it is embedded. */
final class Node {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Node() {}

    /**
     * Runs a piece of a module that sees the script's names and {@code input}, and sets {@code output}; skips the test
     * where Node is missing.
     */
    static JsonNode run(Path folder, JsonNode input, String piece) throws Exception {
        Assumptions.assumeTrue(present(), "Node is missing (apt-get install nodejs): the game's script is not tested");
        Path in = Files.write(folder.resolve("input.json"), JSON.writeValueAsBytes(input));
        Path out = folder.resolve("output.json");
        Path module = folder.resolve("test.mjs");
        Files.writeString(module, """
                import { readFileSync, writeFileSync } from "node:fs";
                %s
                const input = JSON.parse(readFileSync(process.argv[2], "utf8"));
                let output = null;
                %s
                writeFileSync(process.argv[3], JSON.stringify(output));
                """.formatted(GameScript.text(), piece));
        File log = folder.resolve("log.txt").toFile();
        Process node = new ProcessBuilder("node", module.toString(), in.toString(), out.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!node.waitFor(120, TimeUnit.SECONDS) || node.exitValue() != 0) {
            node.destroyForcibly();
            throw new AssertionError("node failed: " + Files.readString(log.toPath()));
        }
        return JSON.readTree(out.toFile());
    }

    private static boolean present() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(node.getInputStream().readAllBytes());
            return node.waitFor() == 0
                    && Integer.parseInt(version.replaceAll("^v(\\d+).*", "$1").strip()) >= 18;
        } catch (IOException | NumberFormatException missing) {
            return false;
        }
    }
}

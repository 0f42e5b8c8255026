package crosscountry.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A directive for a class that is not there would say nothing and cost a start its speed. */
class CompilerDirectivesTest {
    private static final Pattern CLASS = Pattern.compile("\"(crosscountry/[\\w/]+)\\.\\*\"");

    @Test
    void theClassNamedForTheSecondCompilerIsThereAndCalledByTheNetwork() throws Exception {
        List<String> named = CLASS.matcher(Files.readString(Path.of("agent-compilers.json")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(1, named.size());
        try (var network = Class.forName("crosscountry.network.JavaNetwork").getResourceAsStream("JavaNetwork.class")) {
            assertTrue(
                    new String(network.readAllBytes(), StandardCharsets.ISO_8859_1).contains(named.get(0)),
                    named.get(0));
        }
    }
}

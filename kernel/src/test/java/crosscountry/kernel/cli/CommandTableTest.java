package crosscountry.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    @Test
    void theReadmeListsTheCommandsAsTheyAreDeclared() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        assertEquals(CommandTable.inserted(readme), readme, "run crosscountry.kernel.cli.CommandTable on README.md");
    }
}

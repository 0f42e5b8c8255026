package crosscountry.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Learned scores in JSON files. */
public final class ScoreFormat implements AgentFormat {
    @Override
    public boolean recognizes(byte[] begin) {
        return new String(begin, StandardCharsets.ISO_8859_1).contains("\"crosscountry-score\"");
    }

    @Override
    public Evaluator read(Path file) {
        try {
            return new ScoreAgent(AgentModel.read(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String description() {
        return "a learned score (JSON with \"format\":\"crosscountry-score\")";
    }
}

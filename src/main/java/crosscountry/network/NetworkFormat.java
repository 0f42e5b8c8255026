package crosscountry.network;

import crosscountry.agent.AgentFormat;
import crosscountry.agent.Evaluator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Networks as agents, from the files of {@link WeightsFile}. */
public final class NetworkFormat implements AgentFormat {
    @Override
    public boolean recognizes(byte[] begin) {
        return new String(begin, StandardCharsets.ISO_8859_1).startsWith("crossnet");
    }

    @Override
    public Evaluator read(Path file) {
        return new NetworkEvaluator(new JavaNetwork(WeightsFile.read(file)));
    }

    @Override
    public String description() {
        return "a network (a file that begins with crossnet)";
    }
}

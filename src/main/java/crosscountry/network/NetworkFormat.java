package crosscountry.network;

import crosscountry.agent.AgentFormat;
import crosscountry.agent.Evaluator;
import java.nio.file.Path;

/** Networks as agents, from the files of {@link WeightsFile}. */
public final class NetworkFormat implements AgentFormat {
    @Override
    public boolean recognizes(byte[] begin) {
        return WeightsFile.recognizes(begin);
    }

    @Override
    public Evaluator read(Path file) {
        return new NetworkEvaluator(new JavaNetwork(WeightsFile.read(file)));
    }

    @Override
    public String description() {
        return "a network (safetensors)";
    }
}

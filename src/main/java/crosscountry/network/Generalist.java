package crosscountry.network;

import crosscountry.agent.Ensemble;
import crosscountry.agent.Evaluator;
import crosscountry.agent.ScoreAgent;
import crosscountry.graph.Graph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The networks that are part of the product. They imitate searched orders of the corpus's training functions and of
 * random programs, and saw no task of the paper: {@code ./crosscountry experiment training.TrainGeneralist 400 0 130 3
 * 6000 0.002 1 generalist.safetensors}, 18 minutes on one core, and, going on from it, {@code ./crosscountry experiment
 * training.TrainGeneralist 160 280 180 3 4500 0.001 2 mixed.safetensors generalist.safetensors}, 31 minutes on a busy
 * one.
 */
public final class Generalist {
    private static final int MOST_VERTICES = 300;

    private Generalist() {}

    /** Whether a game of the networks on this graph takes no more than some seconds. */
    public static boolean suits(Graph graph) {
        return graph.vertices().size() <= MOST_VERTICES;
    }

    /** Weights of the network that plays best alone; reading them runs no code. */
    public static Weights weights() {
        return weights("generalist.safetensors");
    }

    private static Weights weights(String file) {
        try (InputStream in = Generalist.class.getResourceAsStream(file)) {
            return WeightsFile.read(in.readAllBytes(), "the shipped network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network that plays best alone as an agent, without PyTorch. */
    public static NetworkEvaluator agent() {
        return new NetworkEvaluator(new JavaNetwork(weights()));
    }

    /**
     * The shipped score with both networks: the second saw more programs in which scalars, vectors and matrices meet.
     */
    public static Ensemble ensemble() {
        NetworkEvaluator first = agent();
        return new Ensemble(
                ScoreAgent.shipped(),
                List.<Evaluator>of(first, first.with(new JavaNetwork(weights("mixed.safetensors")))));
    }
}

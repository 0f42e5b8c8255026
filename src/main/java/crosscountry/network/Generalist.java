package crosscountry.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The network that is part of the product. It imitates searched orders of the corpus's training functions and of random programs,
 * and saw no task of the paper: {@code java crosscountry.learn.TrainGeneralist 400 0 130 3 6000 0.002 1 generalist.net}, 18 minutes on
 * one core.
 */
public final class Generalist {
    private Generalist() {}

    /** Its weights; reading them runs no code. */
    public static Weights weights() {
        try (InputStream in = Generalist.class.getResourceAsStream("generalist.net")) {
            return WeightsFile.read(in.readAllBytes(), "the shipped network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It as an agent, without PyTorch. */
    public static NetworkEvaluator agent() {
        return new NetworkEvaluator(new JavaNetwork(weights()));
    }
}

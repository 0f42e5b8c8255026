package crosscountry.training;

import crosscountry.network.Generalist;
import crosscountry.network.Weights;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The initial weights of a run: a fresh network, or a trained one, whose size the preset then adopts.
 *
 * @param weights null for a fresh network
 */
public record InitialWeights(Preset preset, Weights weights) {
    private static final String SHIPPED = "generalist";

    /**
     * @param model a network's file, a run's folder, or {@code generalist} for the shipped network; empty for a fresh
     *     one
     */
    public static InitialWeights of(Preset preset, Optional<String> model) {
        if (model.isEmpty()) {
            return new InitialWeights(preset, null);
        }
        Weights weights = model.get().equals(SHIPPED) ? Generalist.weights() : TrainedRun.model(Path.of(model.get()));
        return new InitialWeights(preset.with(weights.config()), weights);
    }
}

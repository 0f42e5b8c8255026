package crosscountry.learn;

import crosscountry.network.Weights;
import crosscountry.network.WeightsFile;
import java.nio.file.Path;

/**
 * Trains the generalist by expert iteration on searched orders:
 * {@code java crosscountry.learn.TrainGeneralist PROGRAMS GAMES STEPS SEED FILE}; with another FILE behind, begins with its weights.
 */
public final class TrainGeneralist {
    private TrainGeneralist() {}

    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        Preset own = Preset.named("generalist");
        Preset preset = new Preset(own.name(), own.network(), own.simulations(), own.considered(), own.visits(), own.scale(), own.games(), own.lanes(), own.rounds(), own.width(), own.replay(),
                own.batch(), own.steps(), own.imitation(), 2e-3, 200, steps, own.decay(), own.clip(), own.valueWeight(), own.evaluateEvery());
        long begun = System.nanoTime();
        Imitation imitation = new Imitation(Integer.parseInt(arguments[0]), seed);
        Weights begin = arguments.length > 5 ? WeightsFile.read(Path.of(arguments[5])) : Weights.random(own.network(), seed);
        Weights weights = imitation.train(preset, begin, Integer.parseInt(arguments[1]), steps, () -> false,
                line -> System.out.printf("%.0f s %s%n", (System.nanoTime() - begun) / 1e9, line));
        WeightsFile.write(Path.of(arguments[4]), weights);
        System.out.println(weights.size() + " weights");
    }
}

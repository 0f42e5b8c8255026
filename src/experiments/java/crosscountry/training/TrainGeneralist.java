package crosscountry.training;

import crosscountry.network.Weights;
import crosscountry.network.WeightsFile;
import java.nio.file.Path;

/**
 * Trains the generalist by expert iteration on searched orders: {@code ./crosscountry experiment
 * training.TrainGeneralist PROGRAMS MIXED LARGEST GAMES STEPS RATE SEED FILE}; a second FILE gives the initial weights.
 * {@link Imitation} explains the numbers.
 */
public final class TrainGeneralist {
    private TrainGeneralist() {}

    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[4]);
        double rate = Double.parseDouble(arguments[5]);
        long seed = Long.parseLong(arguments[6]);
        Preset own = Preset.named("generalist");
        Preset preset = own.with(new Preset.Optimizer(
                rate, 200, steps, own.optimizer().decay(), own.optimizer().clip()));
        long begun = System.nanoTime();
        Imitation imitation = new Imitation(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), seed);
        Weights begin =
                arguments.length > 8 ? WeightsFile.read(Path.of(arguments[8])) : Weights.random(own.network(), seed);
        Weights weights = imitation.train(
                preset,
                begin,
                Integer.parseInt(arguments[3]),
                steps,
                () -> false,
                line -> System.out.printf("%.0f s %s%n", (System.nanoTime() - begun) / 1e9, line));
        WeightsFile.write(Path.of(arguments[7]), weights);
        System.out.println(weights.size() + " weights");
    }
}

package crosscountry.training;

import crosscountry.graph.Graph;
import crosscountry.network.AttentionGame;
import crosscountry.network.Weights;
import crosscountry.network.WeightsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A training run on disk, to look at: its graphs, its network that played best by itself until the last checkpoint, its
 * curves.
 *
 * @param folder as {@link Training} wrote it
 */
public record TrainedRun(Path folder) {
    /** Of this folder; one without a run is an error. */
    public static TrainedRun of(String folder) {
        return new TrainedRun(RunFolder.open(Path.of(folder)).folder());
    }

    public List<Graph> graphs() {
        return RunFolder.open(folder).config().graphs();
    }

    public Weights weights() {
        return model(folder);
    }

    /** The network in a file, or that of a run's folder. */
    public static Weights model(Path place) {
        return WeightsFile.read(Files.isDirectory(place) ? place.resolve("model") : place);
    }

    public List<Iteration> metrics() {
        return RunFolder.metrics(folder);
    }

    /** Where the network looks in a position of its own game on the run's first graph. @param step moves before it */
    public AttentionGame attention(int step) {
        return AttentionGame.step(graphs().get(0), weights(), step);
    }
}

package crosscountry.network;

import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.Locale;

/** Where networks are computed; {@code AUTO} takes a GPU when PyTorch sees one. */
public enum DeviceChoice {
    AUTO,
    CPU,
    GPU;

    public static DeviceChoice named(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new GraphException("there is no device \"" + word + "\"; devices are auto, cpu and gpu"));
    }
}

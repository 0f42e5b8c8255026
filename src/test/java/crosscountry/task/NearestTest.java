package crosscountry.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void distancesAreThoseThatEveryTextbookGives() {
        Map<String, Integer> known = Map.of(
                "kitten/sitting",
                3,
                "saturday/sunday",
                3,
                "flaw/lawn",
                2,
                "gumbo/gambol",
                2,
                "same/same",
                0,
                "/abc",
                3);
        known.forEach((pair, distance) ->
                assertEquals(distance, Nearest.distance(pair.split("/")[0], pair.split("/")[1]), pair));
    }

    @Test
    void caseAndFolderDoNotCountAndThreeAreEnough() {
        List<String> names = List.of("RoeFlux_1d", "RoeFlux_3d", "corpus/roeFlux", "Encoder", "Simple");
        assertEquals(List.of("corpus/roeFlux", "RoeFlux_1d", "RoeFlux_3d"), Nearest.to("ROEFLUX", names));
        assertEquals("; nearest are Simple, Encoder", Nearest.hint("Simpel", List.of("Encoder", "Simple")));
        assertEquals("; nearest is Simple", Nearest.hint("x", List.of("Simple")));
        assertEquals("", Nearest.hint("x", List.of()));
    }
}

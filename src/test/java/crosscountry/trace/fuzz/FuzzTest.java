package crosscountry.trace.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Millions are run by hand with {@link Fuzz#main}; here are those that every build runs: other ones on each version of
 * Java.
 */
@Tag("slow")
class FuzzTest {
    private static final long FIRST =
            Long.getLong("fuzz.seed", 1_000_000L * Runtime.version().feature());
    private static final long PROGRAMS = Long.getLong("fuzz.programs", 20_000);

    @Test
    void generatedProgramsGiveTheirOwnValuesAndDerivativesOrARefusal() throws Exception {
        Fuzz fuzz = new Fuzz();
        fuzz.run(FIRST, PROGRAMS, Math.min(4, Runtime.getRuntime().availableProcessors()), () -> true);
        System.out.println(fuzz.tally.line() + "\n" + fuzz.tally.refusals(25));
        List<Tally.Failure> wrong = fuzz.tally.wrong();
        assertEquals(0, wrong.size(), () -> fuzz.tally.faults(20) + "\n" + report(wrong.get(0)));
        assertEquals(PROGRAMS, fuzz.tally.programs());
    }

    @Test
    void aProgramIsItsSeed() {
        assertEquals(new Fuzz().program(7).source(), new Fuzz().program(7).source());
        assertTrue(!new Fuzz().program(7).source().equals(new Fuzz().program(8).source()));
    }

    private static String report(Tally.Failure failure) {
        try {
            return Fuzz.report(failure);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

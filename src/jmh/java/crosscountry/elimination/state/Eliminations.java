package crosscountry.elimination.state;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts eliminated vertices, which JMH then prints per second beside the whole games. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Eliminations {
    public long eliminations;

    @Setup(Level.Iteration)
    public void clear() {
        eliminations = 0;
    }
}

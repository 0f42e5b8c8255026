package crosscountry.jacobian.code.loop;

/**
 * Operations {@code start} to {@code start + length * rounds}: the same {@code length} operations in every round, each
 * address a constant stride further than in the round before. A single operation is a loop of one round.
 */
public record Loop(int start, int length, int rounds) {
    public int end() {
        return start + length * rounds;
    }
}

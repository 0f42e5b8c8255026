package crosscountry.training;

/**
 * The random numbers of every piece of work come from the run's seed and the numbers of the piece, so that a run has no
 * random state but its counters, and neither threads nor a resume change it.
 */
final class Seeds {
    private Seeds() {}

    /** Mixes by the finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long seed, long... numbers) {
        long mixed = seed;
        for (long number : numbers) {
            long z = mixed * 31 + number + 0x9e3779b97f4a7c15L;
            z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
            z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
            mixed = z ^ z >>> 31;
        }
        return mixed;
    }
}

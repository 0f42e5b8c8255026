package crosscountry.graph.block;

/** Where each hash came last: a table without objects, at most half full, and small where few hashes differ. */
final class LastPlaces {
    private long[] hashes = new long[64];
    /** One more than the place; 0 where the table is empty. */
    private int[] places = new int[64];

    private int filled;

    /** Notes a place, and returns the one before; for none one that is further away than any. */
    int put(long hash, int place) {
        int at = find(hash);
        int before = places[at];
        hashes[at] = hash;
        places[at] = place + 1;
        if (before == 0 && 2 * ++filled > places.length) {
            grow();
        }
        return before == 0 ? place - Integer.MAX_VALUE : before - 1;
    }

    private int find(long hash) {
        int mask = places.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (places[at] != 0 && hashes[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldPlaces = places;
        hashes = new long[2 * oldHashes.length];
        places = new int[2 * oldHashes.length];
        for (int k = 0; k < oldHashes.length; k++) {
            if (oldPlaces[k] != 0) {
                int at = find(oldHashes[k]);
                hashes[at] = oldHashes[k];
                places[at] = oldPlaces[k];
            }
        }
    }
}

package crosscountry.search.flow;

import java.util.Arrays;

/**
 * A flow on a graph in which every node is split in two sides, joined by an arc of room 1: found by shortest augmenting
 * paths, one unit at a time. For one thread.
 */
final class UnitFlow {
    static final int NONE = -1;
    /** Room for more paths than there can be. */
    static final byte ENDLESS = Byte.MAX_VALUE / 2;

    /** The first and last arc of each side, and the arc by which the search reached it. */
    private final int[] first;

    private final int[] last;
    private final int[] arrived;
    private final int[] queue;
    private final boolean[] isTarget;
    /**
     * For each arc, whose opposite is the next even or odd number: where it ends, the next arc of its side, its room.
     */
    private final int[] end;

    private final int[] next;
    private final byte[] room;
    private int arcs;

    /** @param most arcs, not counting their opposites */
    UnitFlow(int sides, int most) {
        first = new int[sides];
        last = new int[sides];
        arrived = new int[sides];
        queue = new int[sides];
        isTarget = new boolean[sides];
        Arrays.fill(first, NONE);
        Arrays.fill(arrived, NONE);
        end = new int[2 * most];
        next = new int[2 * most];
        room = new byte[2 * most];
    }

    static int in(int node) {
        return 2 * node;
    }

    static int out(int node) {
        return 2 * node + 1;
    }

    /** A new arc; its number is even. */
    int arc(int from, int to, byte capacity) {
        half(from, to, capacity);
        half(to, from, (byte) 0);
        return arcs - 2;
    }

    private void half(int from, int to, byte capacity) {
        end[arcs] = to;
        room[arcs] = capacity;
        next[arcs] = NONE;
        if (first[from] == NONE) {
            first[from] = arcs;
        } else {
            next[last[from]] = arcs;
        }
        last[from] = arcs++;
    }

    /** Drops all arcs; the sides are those that have any. */
    void clear(int... sides) {
        for (int side : sides) {
            first[side] = NONE;
        }
        arcs = 0;
    }

    /** The room of every arc, to be given back to {@link #setRooms}. */
    byte[] rooms() {
        return Arrays.copyOf(room, arcs);
    }

    void setRooms(byte[] rooms) {
        System.arraycopy(rooms, 0, room, 0, rooms.length);
    }

    void setRoom(int arc, byte capacity) {
        room[arc] = capacity;
    }

    void setTarget(int side, boolean target) {
        isTarget[side] = target;
    }

    int first(int side) {
        return first[side];
    }

    int next(int arc) {
        return next[arc];
    }

    int end(int arc) {
        return end[arc];
    }

    boolean isFull(int arc) {
        return room[arc] == 0;
    }

    /** Sends one more unit from a side to the nearest side that is a target; false where none can be reached. */
    boolean augment(int from) {
        int waiting = 1;
        int reached = NONE;
        queue[0] = from;
        for (int k = 0; k < waiting && reached == NONE; k++) {
            for (int arc = first[queue[k]]; arc != NONE; arc = next[arc]) {
                int to = end[arc];
                if (room[arc] > 0 && arrived[to] == NONE && to != from) {
                    arrived[to] = arc;
                    queue[waiting++] = to;
                    if (isTarget[to]) {
                        reached = to;
                        break;
                    }
                }
            }
        }
        for (int side = reached; side != NONE && side != from; side = end[arrived[side] ^ 1]) {
            room[arrived[side]]--;
            room[arrived[side] ^ 1]++;
        }
        for (int k = 0; k < waiting; k++) {
            arrived[queue[k]] = NONE;
        }
        return reached != NONE;
    }
}

package crosscountry.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** The replay buffer: the latest positions of many iterations, sampled uniformly. */
final class Replay {
    private final int capacity;
    private final List<Position> ring = new ArrayList<>();
    private int next;

    Replay(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return ring.size();
    }

    void add(Collection<Position> positions) {
        for (Position position : positions) {
            if (ring.size() < capacity) {
                ring.add(position);
            } else {
                ring.set(next, position);
                next = (next + 1) % capacity;
            }
        }
    }

    Position draw(SplittableRandom random) {
        return ring.get(random.nextInt(ring.size()));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(ring.size());
        out.writeInt(next);
        for (Position position : ring) {
            out.writeInt(position.graph());
            Bytes.write(out, position.moves());
            Bytes.write(out, position.policy());
            out.writeFloat(position.value());
        }
    }

    void read(DataInput in) throws IOException {
        int size = in.readInt();
        next = in.readInt();
        ring.clear();
        for (int k = 0; k < size; k++) {
            ring.add(new Position(in.readInt(), Bytes.ints(in), Bytes.floats(in), in.readFloat()));
        }
    }
}

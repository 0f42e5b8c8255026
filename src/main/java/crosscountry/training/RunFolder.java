package crosscountry.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.Order;
import crosscountry.graph.AtomicFile;
import crosscountry.graph.GraphException;
import crosscountry.network.WeightsFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A run on disk: {@code config.json}; {@code metrics.csv}, a row an iteration, appended; {@code best.json};
 * {@code model}, the best checkpoint's network; {@code checkpoint}, everything needed to resume, replaced atomically;
 * and event files for TensorBoard. A checkpoint is the eight bytes {@code crossrun}, a CRC32C of the rest (int), and
 * the rest.
 */
public final class RunFolder {
    private static final byte[] MAGIC = "crossrun".getBytes(StandardCharsets.US_ASCII);
    static final String HEADER =
            "iteration,seconds,graph,best,mean,evaluation,rollouts,games,moves,simulations,samples,"
                    + "policyLoss,valueLoss,entropy,rate,gradient";

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /** An empty or new folder, with the configuration. */
    static RunFolder create(Path folder, RunConfig config) {
        if (Files.exists(folder.resolve("config.json"))) {
            throw new GraphException(
                    "there is a run in " + folder + " already; go on with --resume, or choose another folder");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new GraphException("the folder " + folder + " cannot be made");
        }
        RunFolder made = new RunFolder(folder);
        made.write("metrics.csv", HEADER + "\n");
        made.write("config.json", config.json());
        return made;
    }

    static RunFolder open(Path folder) {
        if (!Files.isRegularFile(folder.resolve("config.json"))) {
            throw new GraphException("there is no run in " + folder + ": it has no config.json");
        }
        return new RunFolder(folder);
    }

    public Path folder() {
        return folder;
    }

    RunConfig config() {
        return RunConfig.read(text("config.json"), folder.resolve("config.json").toString());
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new GraphException(folder.resolve(name) + " cannot be read");
        }
    }

    private void write(String name, String text) {
        AtomicFile.write(folder.resolve(name), text);
    }

    void append(Iteration row) {
        try {
            Files.writeString(folder.resolve("metrics.csv"), line(row) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new GraphException(folder.resolve("metrics.csv") + " cannot be written: " + e.getMessage());
        }
    }

    static String line(Iteration row) {
        return String.format(
                Locale.ROOT,
                "%d,%.3f,%s,%d,%.2f,%d,%d,%d,%d,%d,%d,%.5f,%.6f,%.5f,%.3e,%.5f",
                row.iteration(),
                row.seconds(),
                column(row.graph()),
                row.best(),
                row.mean(),
                row.evaluation(),
                row.counts().rollouts(),
                row.counts().games(),
                row.counts().moves(),
                row.counts().simulations(),
                row.counts().samples(),
                row.learned().policyLoss(),
                row.learned().valueLoss(),
                row.learned().entropy(),
                row.learned().rate(),
                row.learned().gradient());
    }

    /** A graph's name as it stands in the metrics. */
    static String column(String graph) {
        return graph.replaceAll("[,\"\n\r]", "_");
    }

    /** The rows of a metrics file; a truncated last row is left out. */
    public static List<Iteration> metrics(Path folder) {
        List<Iteration> rows = new ArrayList<>();
        String text = new RunFolder(folder).text("metrics.csv");
        for (String line :
                text.substring(0, text.lastIndexOf('\n') + 1).lines().skip(1).toList()) {
            String[] f = line.split(",");
            rows.add(new Iteration(
                    Long.parseLong(f[0]),
                    Double.parseDouble(f[1]),
                    f[2],
                    Long.parseLong(f[3]),
                    Double.parseDouble(f[4]),
                    Long.parseLong(f[5]),
                    new Iteration.Counts(
                            Long.parseLong(f[6]),
                            Long.parseLong(f[7]),
                            Long.parseLong(f[8]),
                            Long.parseLong(f[9]),
                            Long.parseLong(f[10])),
                    new Iteration.Learned(
                            Double.parseDouble(f[11]),
                            Double.parseDouble(f[12]),
                            Double.parseDouble(f[13]),
                            Double.parseDouble(f[14]),
                            Double.parseDouble(f[15]))));
        }
        return rows;
    }

    /** Drops rows after the checkpoint, which will be repeated. */
    void forgetAfter(long iteration) {
        StringBuilder kept = new StringBuilder(HEADER + "\n");
        metrics(folder).stream()
                .filter(row -> row.iteration() <= iteration)
                .forEach(row -> kept.append(line(row)).append('\n'));
        write("metrics.csv", kept.toString());
    }

    /**
     * The cheapest orders so far by name of the graph: those of the file, which outlive a killed run, and better ones
     * of this run.
     */
    Map<String, Training.Best> best(Run run) {
        Map<String, Training.Best> best = known();
        for (int graph = 0; graph < run.templates().size(); graph++) {
            String name = run.templates().get(graph).graph().name();
            if (run.best(graph).length > 0
                    && (!best.containsKey(name)
                            || run.total(graph) < best.get(name).total())) {
                best.put(
                        name,
                        new Training.Best(
                                run.total(graph), run.templates().get(graph).order(run.best(graph))));
            }
        }
        Map<String, Object> file = new LinkedHashMap<>();
        best.forEach((name, one) ->
                file.put(name, Map.of("total", one.total(), "order", one.order().vertices())));
        try {
            write("best.json", new ObjectMapper().writeValueAsString(file) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return best;
    }

    private Map<String, Training.Best> known() {
        Map<String, Training.Best> known = new LinkedHashMap<>();
        if (Files.exists(folder.resolve("best.json"))) {
            try {
                new ObjectMapper().readTree(text("best.json")).fields().forEachRemaining(one -> {
                    List<Integer> order = new ArrayList<>();
                    one.getValue().path("order").forEach(vertex -> order.add(vertex.asInt()));
                    known.put(
                            one.getKey(),
                            new Training.Best(one.getValue().path("total").asLong(), new Order(order)));
                });
            } catch (JsonProcessingException e) {
                throw new GraphException(folder.resolve("best.json") + " is damaged: it is no JSON");
            }
        }
        return known;
    }

    void checkpoint(Run run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            run.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] body = bytes.toByteArray();
        AtomicFile.write(
                folder.resolve("checkpoint"),
                ByteBuffer.allocate(MAGIC.length + 4 + body.length)
                        .put(MAGIC)
                        .putInt(crc(body))
                        .put(body)
                        .array());
        WeightsFile.write(folder.resolve("model"), run.model());
    }

    private static int crc(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }

    /** Restores a fresh run from the checkpoint. */
    void restore(Run run) {
        Path file = folder.resolve("checkpoint");
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new GraphException("there is no checkpoint in " + folder);
        }
        byte[] body = bytes.length < MAGIC.length + 4
                ? new byte[0]
                : Arrays.copyOfRange(bytes, MAGIC.length + 4, bytes.length);
        if (body.length == 0
                || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)
                || ByteBuffer.wrap(bytes).getInt(MAGIC.length) != crc(body)) {
            throw new GraphException(file + " is no checkpoint of a run, or it is damaged");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            run.read(in);
        } catch (IOException | NegativeArraySizeException e) {
            throw new GraphException(file + " does not belong to the configuration beside it: " + e.getMessage());
        }
    }
}

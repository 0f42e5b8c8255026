package crosscountry.jacobian;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.JaxSource;
import crosscountry.graph.Reference;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.code.Schedule;
import crosscountry.jacobian.code.Vectors;
import crosscountry.jacobian.program.Program;
import crosscountry.search.Search;
import crosscountry.task.Tasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Compiled Jacobians and JAX side by side, in turns: {@code AgainstJax PYTHON WORKER FOLDER TASK...}. JAX gets the same
 * graph, exported; its baseline is the better of vmap(jacfwd) and vmap(jacrev).
 */
public final class AgainstJax {
    private static final List<String> PAPER = List.of(
            "RoeFlux_1d",
            "RobotArm_6DOF",
            "HumanHeartDipole",
            "PropaneCombustion",
            "BlackScholes_Jacobian",
            "g",
            "RoeFlux_3d",
            "Perceptron",
            "f",
            "Encoder",
            "Helmholtz");

    private static final int[] BATCHES = {1, 512, 16384};
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double SECONDS = 0.05;
    private static final double WARM = Double.parseDouble(System.getProperty("warm", "10"));
    /** jacfwd(vmap(f)) makes every pair of points; beyond this many numbers it is left out. */
    private static final long PAIRS = 20_000_000;

    private AgainstJax() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[2]);
        Files.createDirectories(folder);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> tasks = args.length > 3 ? Arrays.asList(args).subList(3, args.length) : PAPER;
        Optional<String> unknown =
                tasks.stream().filter(task -> !Tasks.names().contains(task)).findFirst();
        if (unknown.isPresent()) {
            System.err.println("crosscountry: there is no task \"" + unknown.get() + "\"; tasks are "
                    + String.join(", ", Tasks.names()));
            System.exit(2);
        }
        double flops = MachineLimit.flops();
        double bytes = MachineLimit.bytes();
        for (String task : tasks) {
            Order order = Search.of(Tasks.graph(task))
                    .cost(CostModel.MULTIPLICATIONS)
                    .seconds(1)
                    .run()
                    .order();
            for (Precision precision : Precision.values()) {
                try (JaxWorker jax =
                        new JaxWorker(args[0], args[1], precision == Precision.FLOAT64 ? "float64" : "float32")) {
                    Map<String, Object> row = new Duel(Reference.graph(task), order, precision, jax, folder).row();
                    rows.add(row);
                    System.out.println(row);
                }
                Map<String, Object> report = new LinkedHashMap<>();
                report.put("java", System.getProperty("java.version"));
                report.put("lanes", Vectors.lanes(Precision.FLOAT64));
                report.put("flopsPerSecond", flops);
                report.put("bytesPerSecond", bytes);
                report.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                report.put("rows", rows);
                Files.writeString(
                        folder.resolve("jacobian.json"),
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
                Files.writeString(folder.resolve("jacobian.md"), JaxTable.of(report));
            }
        }
        System.out.println(Files.readString(folder.resolve("jacobian.md")));
    }

    /** One task in one type. */
    private record Duel(Graph graph, Order order, Precision precision, JaxWorker jax, Path folder) {
        Map<String, Object> row() throws IOException {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("task", graph.name());
            row.put("dtype", precision == Precision.FLOAT64 ? "float64" : "float32");
            Path source = folder.resolve("exported.py");
            Files.writeString(source, JaxSource.of(graph));
            jax.ask(Map.of("do", "load", "file", source.toString()));
            double[] points = points(BATCHES[2]);
            Path data = folder.resolve("points.f64");
            ByteBuffer raw = ByteBuffer.allocate(points.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            raw.asDoubleBuffer().put(points);
            Files.write(data, raw.array());

            long start = System.nanoTime();
            long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            JacobianPlan plan =
                    precision == Precision.FLOAT64 ? Jacobians.of(graph, order) : Jacobians.float32(graph, order);
            Object x = precision.newArray(plan.inputSize());
            Object result = precision.newArray(plan.resultSize());
            one(plan, x, result);
            row.put("firstMs", (System.nanoTime() - start) / 1e6);
            row.put(
                    "firstProcessorMs",
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e6);
            row.put("operations", operations(plan.program()));
            row.put("numbers", plan.inputSize() + plan.resultSize());
            row.put("difference", difference(plan, data, points));
            for (int batch : BATCHES) {
                for (String mode : List.of("jacfwd", "jacrev")) {
                    JsonNode compiled = jax.ask(Map.of(
                            "do",
                            "compile",
                            "mode",
                            mode,
                            "points",
                            batch,
                            "data",
                            data.toString(),
                            "key",
                            mode + batch));
                    row.put(
                            "jaxCompileMs " + mode + " " + batch,
                            compiled.get("seconds").asDouble() * 1e3);
                }
                Object xs = columns(plan, points, batch);
                Object all = precision.newArray(batch * plan.resultSize());
                double vector = warm(plan, batch, xs, all);
                row.put("vectorSeconds " + batch, Double.isInfinite(vector) ? null : vector);
                Map<String, double[]> rounds = new LinkedHashMap<>();
                for (int round = 0; round < ROUNDS; round++) {
                    for (String mode : List.of("jacfwd", "jacrev")) {
                        double seconds = jax.ask(Map.of("do", "time", "key", mode + batch, "seconds", SECONDS))
                                .get("seconds")
                                .asDouble();
                        rounds.computeIfAbsent(mode, key -> new double[ROUNDS])[round] = seconds;
                    }
                    rounds.computeIfAbsent("ours", key -> new double[ROUNDS])[round] = ours(plan, batch, xs, all);
                }
                rounds.forEach((who, seconds) -> {
                    Arrays.sort(seconds);
                    row.put(who + " " + batch, seconds[ROUNDS / 2]);
                    row.put(who + " " + batch + " spread", (seconds[ROUNDS - 1] - seconds[0]) / seconds[ROUNDS / 2]);
                });
            }
            paper(row, data, plan);
            return row;
        }

        private void paper(Map<String, Object> row, Path data, JacobianPlan plan) {
            long pairs =
                    512L * 512 * plan.inputSize() * plan.program().outputs().size();
            if (pairs <= PAIRS) {
                jax.ask(Map.of(
                        "do",
                        "compile",
                        "mode",
                        "jacfwd",
                        "points",
                        512,
                        "data",
                        data.toString(),
                        "key",
                        "paper",
                        "inside",
                        true));
                row.put(
                        "jacfwd(vmap) 512",
                        jax.ask(Map.of("do", "time", "key", "paper", "seconds", SECONDS))
                                .get("seconds")
                                .asDouble());
            }
        }

        /** Largest difference of any entry from JAX's reverse mode, relative to the largest entry. */
        private double difference(JacobianPlan plan, Path data, double[] points) {
            JsonNode theirs = jax.ask(Map.of("do", "value", "mode", "jacrev", "data", data.toString()))
                    .get("jacobian");
            double[][] ours = plan.at(Arrays.copyOf(points, plan.inputSize())).matrix();
            double scale = 0;
            double worst = 0;
            for (int k = 0; k < theirs.size(); k++) {
                double mine = ours[k / plan.inputSize()][k % plan.inputSize()];
                scale = Math.max(scale, Math.abs(mine));
                double difference = Math.abs(mine - theirs.get(k).asDouble());
                worst = Double.isFinite(difference)
                        ? Math.max(worst, difference)
                        : worst; // where neither is NaN or infinite
            }
            return worst / scale;
        }

        private static long operations(Program program) {
            return Schedule.operations(program);
        }

        /** Near the first reference point, where every function is defined. */
        private double[] points(int count) {
            JsonNode reference = Reference.json("graphs/" + graph.name() + ".json")
                    .get("points")
                    .get(0);
            double[] at = Points.flat(graph, Reference.inputs(graph, reference));
            Random random = new Random(1);
            double[] points = new double[count * at.length];
            Arrays.setAll(points, k -> at[k % at.length] * (1 + 0.01 * (random.nextDouble() - 0.5)));
            System.arraycopy(at, 0, points, 0, at.length);
            return points;
        }

        private Object columns(JacobianPlan plan, double[] points, int batch) {
            Object columns = precision.newArray(batch * plan.inputSize());
            for (int k = 0; k < batch * plan.inputSize(); k++) {
                int to = k % plan.inputSize() * batch + k / plan.inputSize();
                if (precision == Precision.FLOAT64) {
                    ((double[]) columns)[to] = points[k];
                } else {
                    ((float[]) columns)[to] = (float) points[k];
                }
            }
            return columns;
        }

        private void one(JacobianPlan plan, Object x, Object result) {
            if (precision == Precision.FLOAT64) {
                plan.into((double[]) x, (double[]) result);
            } else {
                plan.into((float[]) x, (float[]) result);
            }
        }

        private void call(JacobianPlan plan, int batch, Object xs, Object all) {
            if (batch == 1) {
                one(plan, xs, all);
            } else if (precision == Precision.FLOAT64) {
                plan.batch(batch, Layout.COLUMNS, (double[]) xs, (double[]) all);
            } else {
                plan.batch(batch, Layout.COLUMNS, (float[]) xs, (float[]) all);
            }
        }

        /** Seconds until vector registers took over, or infinity; runs until HotSpot is done or the time is up. */
        private double warm(JacobianPlan plan, int batch, Object xs, Object all) {
            long start = System.nanoTime();
            double limit = batch == 1 ? 2 : WARM;
            double vector = Double.POSITIVE_INFINITY;
            for (double now = 0; now < limit; now = (System.nanoTime() - start) / 1e9) {
                call(plan, batch, xs, all);
                vector = plan.isVector() ? Math.min(vector, (System.nanoTime() - start) / 1e9) : vector;
            }
            return vector;
        }

        private double ours(JacobianPlan plan, int batch, Object xs, Object all) {
            List<Double> times = new ArrayList<>();
            int inner = batch == 1 ? 20 : 1; // the clock is too coarse for one
            long until = System.nanoTime() + (long) (SECONDS * 1e9);
            while (times.size() < 3 || System.nanoTime() < until && times.size() < 20_000) {
                long start = System.nanoTime();
                for (int k = 0; k < inner; k++) {
                    call(plan, batch, xs, all);
                }
                times.add((System.nanoTime() - start) / 1e9 / inner);
            }
            times.sort(null);
            return times.get(times.size() / 2);
        }
    }
}

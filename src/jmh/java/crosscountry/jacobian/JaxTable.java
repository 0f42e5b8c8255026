package crosscountry.jacobian;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparison as Markdown. */
final class JaxTable {
    private JaxTable() {}

    @SuppressWarnings("unchecked")
    static String of(Map<String, Object> report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Java %s, %s lanes of float64; load %.1f; measured peaks of this machine: "
                        + "%.0f Gflop/s (float64, fused), %.1f GB/s.%n%n",
                report.get("java"),
                report.get("lanes"),
                number(report, "load"),
                number(report, "flopsPerSecond") / 1e9,
                number(report, "bytesPerSecond") / 1e9));
        text.append(
                "| task | type | first result, ms, processor ms (JAX) | vector code after, s | single call, us (JAX) "
                        + "| ratio | batch 512, M/s (JAX) | ratio | batch 16384, M/s (JAX) | ratio | Gflop/s | GB/s "
                        + "| JAX jacfwd(vmap) at 512, M/s | spread ours, JAX |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        double[] logs = new double[3];
        List<Map<String, Object>> rows = (List<Map<String, Object>>) report.get("rows");
        for (Map<String, Object> row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f, %.0f (%.0f) | %s |",
                    row.get("task"),
                    row.get("dtype"),
                    number(row, "firstMs"),
                    number(row, "firstProcessorMs"),
                    Math.min(number(row, "jaxCompileMs jacfwd 1"), number(row, "jaxCompileMs jacrev 1")),
                    row.get("vectorSeconds 512") == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.1f", number(row, "vectorSeconds 512"))));
            int column = 0;
            for (int batch : new int[] {1, 512, 16384}) {
                double ours = number(row, "ours " + batch);
                double jax = jax(row, batch);
                logs[column++] += Math.log(jax / ours);
                text.append(
                        batch == 1
                                ? String.format(Locale.ROOT, " %.2f (%.1f) | %.1f |", ours * 1e6, jax * 1e6, jax / ours)
                                : String.format(
                                        Locale.ROOT,
                                        " %.3g (%.3g) | %.1f |",
                                        batch / ours / 1e6,
                                        batch / jax / 1e6,
                                        jax / ours));
            }
            double rate = 16384 / number(row, "ours 16384");
            int bytes = row.get("dtype").equals("float64") ? 8 : 4;
            Object paper = row.get("jacfwd(vmap) 512");
            text.append(String.format(
                    Locale.ROOT,
                    " %.1f | %.2f | %s | %.0f %%, %.0f %% |%n",
                    rate * number(row, "operations") / 1e9,
                    rate * number(row, "numbers") * bytes / 1e9,
                    paper == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.3g", 512 / ((Number) paper).doubleValue() / 1e6),
                    100 * number(row, "ours 16384 spread"),
                    100 * number(row, better(row, 16384) + " 16384 spread")));
        }
        text.append(String.format(
                Locale.ROOT,
                "%nGeometric means over all rows: single call %.1f, batch 512 %.1f, batch 16384 %.1f.%n",
                Math.exp(logs[0] / rows.size()),
                Math.exp(logs[1] / rows.size()),
                Math.exp(logs[2] / rows.size())));
        return text.toString();
    }

    private static String better(Map<String, Object> row, int batch) {
        return number(row, "jacfwd " + batch) < number(row, "jacrev " + batch) ? "jacfwd" : "jacrev";
    }

    private static double jax(Map<String, Object> row, int batch) {
        return number(row, better(row, batch) + " " + batch);
    }

    private static double number(Map<String, Object> row, String key) {
        return ((Number) row.get(key)).doubleValue();
    }
}

package crosscountry.kernel.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The inputs of this and of earlier sessions: one JSON line each, appended as they run. */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 20_000;

    /** @param session counts the kernels that wrote here, from 1 */
    private record Entry(int session, int line, String input) {}

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();
    private final int session;

    private History(Path file) {
        this.file = file;
        read();
        session = entries.isEmpty() ? 1 : entries.get(entries.size() - 1).session() + 1;
    }

    /** The history in a file, which need not exist; when it cannot be used, inputs are kept for this session only. */
    static History in(Path file) {
        return new History(file);
    }

    private void read() {
        if (!Files.isReadable(file)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(Math.max(0, lines.size() - KEPT), lines.size())) {
                try {
                    JsonNode one = JSON.readTree(line);
                    entries.add(new Entry(
                            one.path(0).asInt(),
                            one.path(1).asInt(),
                            one.path(2).asText()));
                } catch (JsonProcessingException cut) {
                    // a line that a killed kernel left half written
                }
            }
        } catch (IOException unreadable) {
            entries.clear();
        }
    }

    synchronized void add(int line, String input) {
        Entry entry = new Entry(session, line, input);
        entries.add(entry);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    JSON.writeValueAsString(JSON.createArrayNode()
                                    .add(session)
                                    .add(line)
                                    .add(input)) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException kept) {
            // in memory it is still there
        }
    }

    /** The reply to a history_request: {@code tail}, {@code range} or {@code search}. */
    synchronized ObjectNode answer(JsonNode request) {
        List<Entry> found = switch (request.path("hist_access_type").asText("tail")) {
            case "range" ->
                range(
                        request.path("session").asInt(0),
                        request.path("start").asInt(0),
                        request.path("stop").asInt(Integer.MAX_VALUE));
            case "search" ->
                last(
                        search(
                                request.path("pattern").asText("*"),
                                request.path("unique").asBoolean(false)),
                        request.path("n").asInt(KEPT));
            default -> last(entries, request.path("n").asInt(KEPT));
        };
        boolean output = request.path("output").asBoolean(false);
        ObjectNode reply = Answers.ok();
        ArrayNode list = reply.putArray("history");
        for (Entry entry : found) {
            ArrayNode row = list.addArray().add(entry.session()).add(entry.line());
            if (output) {
                row.addArray().add(entry.input()).addNull();
            } else {
                row.add(entry.input());
            }
        }
        return reply;
    }

    /** Session 0 is this one, -1 the one before it. */
    private List<Entry> range(int asked, int start, int stop) {
        int wanted = asked <= 0 ? session + asked : asked;
        return entries.stream()
                .filter(one -> one.session() == wanted && one.line() >= start && one.line() < stop)
                .toList();
    }

    private List<Entry> search(String glob, boolean unique) {
        Predicate<String> matches = glob(glob);
        List<Entry> found = new ArrayList<>(
                entries.stream().filter(one -> matches.test(one.input())).toList());
        if (!unique) {
            return found;
        }
        Map<String, Entry> newest = new LinkedHashMap<>();
        Collections.reverse(found);
        found.forEach(one -> newest.putIfAbsent(one.input(), one));
        List<Entry> result = new ArrayList<>(newest.values());
        Collections.reverse(result);
        return result;
    }

    private static Predicate<String> glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
    }

    private static List<Entry> last(List<Entry> all, int n) {
        return all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size());
    }
}

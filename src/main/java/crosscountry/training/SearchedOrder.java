package crosscountry.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.method.Annealing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The costs of the classical orders and of annealing on one graph, under the published cost: what networks imitate and
 * are measured against.
 *
 * @param name of the graph
 * @param searched the cost of {@code order}
 * @param order the best that annealing found
 * @param bound no order is cheaper
 */
record SearchedOrder(String name, long forward, long reverse, long markowitz, long searched, long bound, Order order) {
    /** The cheapest of the three classical orders. */
    public long classical() {
        return Math.min(forward, Math.min(reverse, markowitz));
    }

    /** Anneals this many orders on one thread; reproducible from the seed. */
    public static SearchedOrder of(Graph graph, long orders, long seed) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        BitsetState game = template.start();
        SearchResult result = Search.of(graph)
                .method(new Annealing())
                .evaluations(orders)
                .seed(seed)
                .threads(1)
                .run();
        return new SearchedOrder(
                graph.name(),
                game.total(template.indices(Orders.forward(graph))),
                game.total(template.indices(Orders.reverse(graph))),
                game.total(template.indices(Orders.markowitz(graph, CostModel.PUBLISHED))),
                result.total(),
                result.lowerBound(),
                result.order());
    }

    /** Those of the corpus, as {@code ./crosscountry experiment training.CorpusOrders} wrote them. */
    public static List<SearchedOrder> ofCorpus() {
        try (InputStream in = SearchedOrder.class.getResourceAsStream("corpus-orders.json")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line a graph. */
    public static String write(List<SearchedOrder> list) {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder text = new StringBuilder("[\n");
        for (SearchedOrder one : list) {
            ObjectNode node = mapper.createObjectNode()
                    .put("graph", one.name())
                    .put("forward", one.forward())
                    .put("reverse", one.reverse())
                    .put("markowitz", one.markowitz())
                    .put("searched", one.searched())
                    .put("bound", one.bound());
            ArrayNode order = node.putArray("order");
            one.order().vertices().forEach(order::add);
            text.append(text.length() > 2 ? ",\n" : "").append(node);
        }
        return text.append("\n]\n").toString();
    }

    static List<SearchedOrder> read(String json) {
        try {
            List<SearchedOrder> list = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(json)) {
                List<Integer> order = new ArrayList<>();
                node.get("order").forEach(vertex -> order.add(vertex.asInt()));
                list.add(new SearchedOrder(
                        node.get("graph").asText(),
                        node.get("forward").asLong(),
                        node.get("reverse").asLong(),
                        node.get("markowitz").asLong(),
                        node.get("searched").asLong(),
                        node.get("bound").asLong(),
                        new Order(order)));
            }
            return list;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

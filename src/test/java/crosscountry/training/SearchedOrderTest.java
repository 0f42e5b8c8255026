package crosscountry.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchedOrderTest {
    @Test
    void theStoredOrdersOfTheCorpusCostWhatIsStored() {
        List<SearchedOrder> stored = SearchedOrder.ofCorpus();
        assertEquals(
                Corpus.names().stream().map(name -> Corpus.PREFIX + name).toList(),
                stored.stream().map(SearchedOrder::name).toList());
        for (SearchedOrder one : stored) {
            Graph graph = Corpus.graph(one.name());
            StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
            BitsetState game = template.start();
            assertEquals(one.searched(), game.total(template.indices(one.order())), one.name());
            assertEquals(one.forward(), game.total(template.indices(Orders.forward(graph))), one.name());
            assertEquals(one.reverse(), game.total(template.indices(Orders.reverse(graph))), one.name());
            assertEquals(
                    one.markowitz(),
                    game.total(template.indices(Orders.markowitz(graph, CostModel.PUBLISHED))),
                    one.name());
            assertTrue(one.bound() <= one.searched(), one.name());
        }
    }

    @Test
    void whatIsWrittenIsReadAgainAndTheSameSeedSearchesTheSame() {
        SearchedOrder one = SearchedOrder.of(Corpus.graph("greatCircle"), 2000, 3);
        assertEquals(one, SearchedOrder.of(Corpus.graph("greatCircle"), 2000, 3));
        assertEquals(List.of(one, one), SearchedOrder.read(SearchedOrder.write(List.of(one, one))));
    }
}

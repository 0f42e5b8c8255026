package crosscountry.training;

import crosscountry.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the reference orders of the corpus: {@code ./crosscountry experiment training.CorpusOrders ORDERS FILE}. */
public final class CorpusOrders {
    private CorpusOrders() {}

    public static void main(String[] arguments) throws IOException {
        List<SearchedOrder> all = new ArrayList<>();
        for (String name : Corpus.names()) {
            all.add(SearchedOrder.of(Corpus.graph(name), Long.parseLong(arguments[0]), 1));
            System.out.println(all.get(all.size() - 1));
        }
        Files.writeString(Path.of(arguments[1]), SearchedOrder.write(all));
    }
}

package crosscountry.kernel.display.elimination;

import crosscountry.elimination.Elimination;
import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import java.util.List;

/** A whole elimination: a chart of its steps against the standard orders, and its steps in words. */
public final class EliminationRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Elimination;
    }

    @Override
    public MimeBundle render(Object value) {
        Elimination elimination = (Elimination) value;
        CountedOrder own = CountedOrder.of("this order", elimination);
        List<CountedOrder> standard = CountedOrder.standard(elimination.graph(), elimination.rules());
        String text = EliminationText.of(elimination, standard);
        return elimination.steps().isEmpty()
                ? MimeBundle.text(text)
                : ChartImage.bundle(EliminationChart.of(elimination, own, standard), text);
    }
}

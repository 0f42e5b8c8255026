package crosscountry.kernel.display.elimination;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.Step;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;
import crosscountry.kernel.display.graph.GraphPicture;
import java.util.stream.Collectors;

/**
 * A graph in the middle of its elimination: the picture of what is left, with Markowitz degrees at the open vertices.
 */
public final class StateRenderer implements Renderer {
    private static final int NAMED = 60;

    @Override
    public boolean accepts(Object value) {
        return value instanceof Linearization || value instanceof Step;
    }

    @Override
    public MimeBundle render(Object value) {
        Linearization state = value instanceof Step step ? step.after() : (Linearization) value;
        String before = value instanceof Step step ? step + "\n" : "";
        String svg = GraphPicture.svg(state, true);
        return SvgImage.addTo(MimeBundle.text(before + text(state)), svg);
    }

    private static String text(Linearization state) {
        if (state.isFinished()) {
            return state.graph().name() + ": nothing is left to eliminate, its "
                    + state.edges().size() + " edges are the Jacobian";
        }
        return state.graph().name() + ": " + state.edges().size()
                + " edges; open vertices with their Markowitz degrees: "
                + state.open().stream()
                        .limit(NAMED)
                        .map(v -> "v" + v + ":" + state.markowitzDegree(v))
                        .collect(Collectors.joining(" "))
                + (state.open().size() > NAMED ? " ..." : "");
    }
}

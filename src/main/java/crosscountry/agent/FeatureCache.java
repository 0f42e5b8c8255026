package crosscountry.agent;

import crosscountry.elimination.state.StateTemplate;
import java.util.Map;
import java.util.WeakHashMap;

/** The features of the templates that an evaluator has met, for as long as anybody else needs these; for any thread. */
final class FeatureCache {
    private final Map<StateTemplate, VertexFeatures> known = new WeakHashMap<>();

    synchronized VertexFeatures of(StateTemplate template) {
        return known.computeIfAbsent(template, VertexFeatures::of);
    }
}

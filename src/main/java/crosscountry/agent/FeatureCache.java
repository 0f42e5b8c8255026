package crosscountry.agent;

import crosscountry.elimination.state.StateTemplate;
import java.util.Map;
import java.util.WeakHashMap;

/** Caches the features of templates for as long as the templates are in use; thread-safe. */
final class FeatureCache {
    private final Map<StateTemplate, VertexFeatures> known = new WeakHashMap<>();

    synchronized VertexFeatures of(StateTemplate template) {
        return known.computeIfAbsent(template, VertexFeatures::of);
    }
}

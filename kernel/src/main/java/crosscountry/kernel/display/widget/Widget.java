package crosscountry.kernel.display.widget;

import java.util.Map;

/**
 * A model with a view: the {@code render({model, el})} of its ES module draws it. Front ends without widgets show its
 * HTML instead.
 */
public final class Widget implements Live {
    private final WidgetModel model;
    private final String html;

    /** @param html shown where there are no widgets */
    public Widget(String module, Map<String, Object> state, String html) {
        model = new WidgetModel(module, state);
        this.html = html;
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    String html() {
        return html;
    }

    @Override
    public String toString() {
        return "widget " + model.state();
    }
}

package crosscountry.kernel.display.widget;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import java.util.Map;

/** A widget as a reference to its model, with HTML for front ends that cannot follow it. */
public final class WidgetRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Widget;
    }

    @Override
    public MimeBundle render(Object value) {
        Widget widget = (Widget) value;
        return MimeBundle.html(widget.html(), widget.toString())
                .with(
                        "application/vnd.jupyter.widget-view+json",
                        Map.of(
                                "version_major",
                                2,
                                "version_minor",
                                1,
                                "model_id",
                                widget.model().id()));
    }
}

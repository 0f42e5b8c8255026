package crosscountry.kernel.shell;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.Renderers;
import crosscountry.kernel.display.widget.Live;
import java.nio.file.Path;
import java.util.UUID;

/** Renders values and shows them in the front end. */
final class Displays {
    private final Frontend frontend;
    private volatile Renderers renderers;

    Displays(Frontend frontend, ClassLoader services) {
        this.frontend = frontend;
        renderers = Renderers.load(services);
    }

    /** The value in all its forms; the front end follows the model of one that is live. */
    MimeBundle render(Object value) {
        if (value instanceof Live live) {
            frontend.follow(live.model());
        }
        return renderers.render(value);
    }

    /** Shows a value and returns its display id. */
    String show(Object value) {
        String id = UUID.randomUUID().toString();
        frontend.display(id, render(value));
        return id;
    }

    void update(String id, Object value) {
        frontend.updateDisplay(id, render(value));
    }

    /** Adds the renderers that a jar or folder brings. */
    void extend(Path library, ClassLoader loader) {
        if (Extensions.brings(library, Renderer.class)) {
            renderers = renderers.with(Extensions.fresh(Renderer.class, loader, renderers.all()));
        }
    }
}

package crosscountry.kernel.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Draws values in all their forms, by the renderers on the class path, else as text. */
public final class Renderers {
    private final List<Renderer> renderers;

    private Renderers(List<Renderer> renderers) {
        this.renderers = renderers;
    }

    /** The renderers that a loader knows by their service files. */
    public static Renderers load(ClassLoader services) {
        return new Renderers(ServiceLoader.load(Renderer.class, services).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** These renderers preceded by others. */
    public Renderers with(List<Renderer> more) {
        return new Renderers(Stream.concat(more.stream(), renderers.stream()).toList());
    }

    public List<Renderer> all() {
        return renderers;
    }

    /** The value in every form that its renderer draws; if drawing fails, a text that says why. */
    public MimeBundle render(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        try {
            for (Renderer renderer : renderers) {
                if (value != null && renderer.accepts(value)) {
                    MimeBundle bundle = renderer.render(value);
                    return bundle.data().containsKey("text/plain")
                            ? bundle
                            : bundle.with("text/plain", String.valueOf(value));
                }
            }
            return value instanceof RenderedImage image ? picture(image) : MimeBundle.text(ValueText.of(value));
        } catch (Throwable thrown) {
            return MimeBundle.text(
                    "(a " + value.getClass().getName() + " that cannot be shown: " + ThrownText.of(thrown) + ")");
        }
    }

    private static MimeBundle picture(RenderedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.text("an image of " + image.getWidth() + " x " + image.getHeight() + " pixels")
                .with("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
    }
}

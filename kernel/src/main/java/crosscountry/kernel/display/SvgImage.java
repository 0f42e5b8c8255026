package crosscountry.kernel.display;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** SVG of our own making as PNG, with a transparent background. */
public final class SvgImage {
    /** Neither side of a PNG grows beyond this; larger pictures are scaled down. */
    private static final double MAX_SIDE = 6000;

    private SvgImage() {}

    /** A bundle with a picture more: as SVG, and as PNG of twice its size. */
    public static MimeBundle addTo(MimeBundle bundle, String svg) {
        return bundle.with("image/svg+xml", svg)
                .with("image/png", Base64.getEncoder().encodeToString(png(svg, 2)));
    }

    /** PNG bytes, {@code scale} pixels for each unit of the SVG. */
    public static byte[] png(String svg, double scale) {
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("the picture is not SVG");
        }
        double width = document.size().width;
        double height = document.size().height;
        double fitted = Math.min(scale, MAX_SIDE / Math.max(width, height));
        BufferedImage image = new BufferedImage(
                (int) Math.max(1, Math.ceil(width * fitted)),
                (int) Math.max(1, Math.ceil(height * fitted)),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, image.getWidth(), image.getHeight()));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

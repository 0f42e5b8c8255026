package crosscountry.kernel.display.jacobian;

import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;

/** A Jacobian as a heat map and in numbers. */
public final class JacobianRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Jacobian;
    }

    @Override
    public MimeBundle render(Object value) {
        Jacobian jacobian = (Jacobian) value;
        String svg = HeatMap.svg(jacobian);
        return SvgImage.addTo(MimeBundle.text(jacobian.toString()), svg);
    }
}

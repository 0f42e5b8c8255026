package crosscountry.kernel.command.declaration;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration: a number above 0. */
public final class Positive implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what would do
        }
        throw new TypeConversionException("a number above 0");
    }
}

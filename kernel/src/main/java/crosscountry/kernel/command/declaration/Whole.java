package crosscountry.kernel.command.declaration;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers as options take them. */
public final class Whole {
    private Whole() {}

    /** A seed. */
    public static final class Any implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("a whole number");
            }
        }
    }

    /** A number of something that there may be none of. */
    public static final class From0 implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return from(0, text);
        }
    }

    /** A number of something. */
    public static final class From1 implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return from(1, text);
        }
    }

    /** A number of several. */
    public static final class From2 implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return from(2, text);
        }
    }

    private static int from(int least, String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what would do
        }
        throw new TypeConversionException("a whole number from " + least);
    }
}

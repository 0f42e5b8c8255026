package crosscountry.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputLimitTest {
    private final OutputLimit limit = new OutputLimit(10);

    @Test
    void whatFitsStaysAsItIs() {
        MimeBundle bundle = MimeBundle.html("<b>1</b>", "1234567890");
        assertSame(bundle, limit.cut(bundle));
        MimeBundle whole = MimeBundle.text("x".repeat(1000));
        assertSame(whole, new OutputLimit(0).cut(whole));
    }

    @Test
    void aLongTextIsCutBetweenSignsAndSaysHowMuchThereWas() {
        String text = (String) limit.cut(MimeBundle.text("123456789\uD83D\uDE00 and more"))
                .data()
                .get("text/plain");
        assertTrue(text.startsWith("123456789\n[the first 9 of 20 signs; to have all, write it to a file"), text);
    }

    @Test
    void aLongFormIsLeftOutAsAWhole() {
        MimeBundle cut = limit.cut(MimeBundle.html("<b>12345678</b>", "short"));
        assertEquals(Set.of("text/plain"), cut.data().keySet());
        assertTrue(((String) cut.data().get("text/plain"))
                .startsWith("short\n[text/html of 15 signs is left out; to have all"));
    }
}

package crosscountry.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the four JSON frames of a message with HMAC-SHA256; an empty key means that nothing is signed. */
public final class Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param scheme the connection file's {@code signature_scheme}; only {@code hmac-sha256} is spoken
     * @param key the connection file's {@code key}
     */
    public Signer(String scheme, String key) {
        if (!key.isEmpty() && !scheme.equals("hmac-sha256")) {
            throw new IllegalArgumentException(
                    "signature scheme '" + scheme + "' is not supported; allowed: hmac-sha256");
        }
        this.key = key.isEmpty() ? null : new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The signature as lower-case hex, empty without a key. */
    public String sign(List<byte[]> frames) {
        if (key == null) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Whether {@code signature} is that of {@code frames}; compared in constant time. */
    public boolean accepts(byte[] signature, List<byte[]> frames) {
        return key == null || MessageDigest.isEqual(signature, sign(frames).getBytes(StandardCharsets.US_ASCII));
    }
}

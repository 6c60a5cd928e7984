package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.tenant.SigningKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in the place of a credential in an address: HMAC-SHA256 of the query, byte for byte as it was sent;
 * section 6.2.
 *
 * @param token as it stands in the address
 * @param query without the question mark
 */
record Signature(String token, String query) {
    /** The oldest clients signed the decoded query, and their addresses are for ever. */
    boolean isBy(SigningKey key) {
        return matches(key, query) || matches(key, decoded());
    }

    private boolean matches(SigningKey key, String message) {
        return MessageDigest.isEqual(
                of(key.key().reveal(), message).getBytes(StandardCharsets.US_ASCII),
                token.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String decoded() {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return query;
        }
    }

    static String of(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
        }
    }
}

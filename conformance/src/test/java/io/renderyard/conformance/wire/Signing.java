package io.renderyard.conformance.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed addresses; contract, section 6. */
final class Signing {
    private Signing() {}

    static String token(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of markup or a page. */
    static String address(HctiClient client, String query) {
        return "/v1/image/create-and-render/" + client.id() + "/" + token(client.key(), query) + "?" + query;
    }

    /** Of a template. */
    static String address(HctiClient client, String template, String query) {
        return "/v1/image/" + template + "/" + token(client.key(), query) + (query.isEmpty() ? "" : "?" + query);
    }
}

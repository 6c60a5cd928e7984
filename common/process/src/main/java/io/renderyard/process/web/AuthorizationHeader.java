package io.renderyard.process.web;

import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization}: {@code Bearer key}, {@code Basic base64(id:key)}, or the bare key. */
final class AuthorizationHeader {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private AuthorizationHeader() {}

    static Optional<PresentedCredential> read(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String value = header.strip();
        if (startsWith(value, BASIC)) {
            return basic(value.substring(BASIC.length()).strip());
        }
        String key =
                startsWith(value, BEARER) ? value.substring(BEARER.length()).strip() : value;
        return Optional.of(new PresentedCredential(null, new Secret(key)));
    }

    private static boolean startsWith(String value, String scheme) {
        return value.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static Optional<PresentedCredential> basic(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new PresentedCredential(pair.substring(0, colon), new Secret(pair.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

package io.renderyard.models;

import io.renderyard.kernel.tenant.Secret;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that paints, as the operator set it up.
 *
 * @param name in settings, ledgers and logs
 * @param base where its API is, with or without the version in its path; may be anywhere, also on this machine
 * @param key null when there is none
 * @param concurrency pictures at the same time, at least 1
 */
public record Provider(
        String name, Kind kind, URI base, @Nullable Secret key, int concurrency) {
    public Provider {
        String scheme = base.getScheme();
        if (scheme == null || base.getHost() == null || !Set.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException("The address of the provider " + name
                    + " must be a whole http or https address such as https://api.example");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("The address of the provider " + name
                    + " must have neither a user, a query nor a fragment; its key is a setting of its own");
        }
        // Libraries quote a header's value when they refuse it, so what no header may have ends here, unquoted.
        if (key != null && !key.reveal().matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "The key of the provider " + name + " must be visible ASCII characters without spaces");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException(
                    "The concurrency of the provider " + name + " must be at least 1; it is " + concurrency);
        }
    }

    /** Whether it has what its API asks for. */
    public boolean isUsable() {
        return key != null || !kind.needsKey();
    }
}

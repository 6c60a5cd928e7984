package io.renderyard.dialect.field;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads absolute http and https addresses. Whether they may be contacted is judged elsewhere. */
public final class AddressReader {
    private static final int MAX_URL = 2_048;

    private final Violations violations;

    public AddressReader(Violations violations) {
        this.violations = violations;
    }

    /** Null when it is none, which is then noted. */
    public @Nullable URI read(String field, String text) {
        if (text.length() > MAX_URL) {
            violations.add(field, "must not be longer than " + MAX_URL + " characters");
            return null;
        }
        try {
            URI address = new URI(text.strip());
            String problem = problem(address);
            if (problem == null) {
                return address;
            }
            violations.add(field, problem);
        } catch (URISyntaxException e) {
            violations.add(field, "must be a valid address; percent-encode special characters (" + e.getReason() + ")");
        }
        return null;
    }

    private static @Nullable String problem(URI address) {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            return "must be an absolute address that starts with http:// or https://";
        }
        // As it is written: for hosts that URI does not like, such as a_b, it takes nothing apart.
        String authority = address.getRawAuthority();
        if (authority == null || authority.startsWith(":")) {
            return "must name a host";
        }
        if (authority.contains("%7B%7B")) {
            return "may have {{places}} in its path, query and fragment, not in its host";
        }
        return authority.indexOf('@') < 0 ? null : "must not carry a user name or password";
    }
}

package io.renderyard.dialect.field;

import io.renderyard.kernel.render.Traffic.Header;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads headers by RFC 9110, without those that belong to the connection or to the browser. */
public final class HeaderReader {
    private static final int MAX_HEADERS = 20;
    private static final int MAX_NAME = 512;
    private static final int MAX_VALUE = 8_192;
    private static final int SHOWN = 60;

    /** The RFC's token. */
    public static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> RESERVED = Set.of(
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");
    private static final Pattern RESERVED_FAMILY = Pattern.compile("(proxy|sec|x-forwarded)-.*");

    private final Violations violations;
    private final String field;
    private final Map<String, String> elsewhere;

    /**
     * @param field where the headers stand
     * @param elsewhere headers that have a field of their own, in lower case, with what is said of each
     */
    public HeaderReader(Violations violations, String field, Map<String, String> elsewhere) {
        this.violations = violations;
        this.field = field;
        this.elsewhere = Map.copyOf(elsewhere);
    }

    public List<Header> read(@Nullable Map<String, @Nullable String> headers) {
        if (headers == null) {
            return List.of();
        }
        if (headers.size() > MAX_HEADERS) {
            violations.add(field, "must not have more than " + MAX_HEADERS + " entries");
            return List.of();
        }
        List<Header> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        headers.forEach((name, value) -> {
            String entry = field + "." + shown(name);
            String problem = problem(name, value, names);
            if (problem != null) {
                violations.add(entry, problem);
            } else if (value != null) {
                read.add(new Header(name, new Secret(value)));
            }
        });
        return read;
    }

    /** A name that cannot be one may be anything, a whole secret too. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^!-~]", "?");
        return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
    }

    private @Nullable String problem(String name, @Nullable String value, Set<String> names) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() > MAX_NAME || !TOKEN.matcher(name).matches()) {
            return "must be a header's name: up to " + MAX_NAME + " letters, digits and !#$%&'*+.^_`|~-";
        }
        if (!names.add(lower)) {
            return "must be there once; upper and lower case are the same";
        }
        if (elsewhere.containsKey(lower)) {
            return elsewhere.get(lower);
        }
        if (RESERVED.contains(lower) || RESERVED_FAMILY.matcher(lower).matches()) {
            return "belongs to the connection or the browser and cannot be set";
        }
        return value == null ? "must be a string" : valueProblem(value);
    }

    private static @Nullable String valueProblem(String value) {
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE) {
            return "must not be longer than " + MAX_VALUE + " bytes of UTF-8";
        }
        return value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')
                ? "must not hold control characters"
                : null;
    }
}

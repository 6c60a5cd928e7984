package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.HeaderReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Traffic.Cookie;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads cookies as browsers take them: RFC 6265bis. */
final class CookieReader {
    private static final int MAX_COOKIES = 50;
    private static final int MAX_PAIR = 4_096;
    private static final int MAX_PATH = 1_024;
    private static final Pattern HOST =
            Pattern.compile("\\.?[0-9A-Za-z_]([0-9A-Za-z_.-]{0,251}[0-9A-Za-z_])?|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern PATH = Pattern.compile("/[!-:<-~]*");

    private final Violations violations;
    private final boolean visitsAddress;

    CookieReader(Violations violations, boolean visitsAddress) {
        this.violations = violations;
        this.visitsAddress = visitsAddress;
    }

    List<Cookie> read(@Nullable List<TrafficRequest.@Nullable Cookie> cookies) {
        List<TrafficRequest.Cookie> given =
                violations.elements("requests.cookies", cookies, MAX_COOKIES, "must be a JSON object");
        List<Cookie> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            read.add(read("requests.cookies[" + i + "]", given.get(i)));
        }
        return read;
    }

    private Cookie read(String field, TrafficRequest.Cookie cookie) {
        String name = name(field + ".name", cookie.name());
        String value = value(field + ".value", cookie.value());
        if ((name + value).getBytes(StandardCharsets.UTF_8).length > MAX_PAIR) {
            violations.add(field, "must not have more than " + MAX_PAIR + " bytes in name and value");
        }
        Cookie read = new Cookie(
                name,
                new Secret(value),
                domain(field + ".domain", cookie.domain()),
                path(field + ".path", Objects.requireNonNullElse(cookie.path(), "/")),
                Boolean.TRUE.equals(cookie.secure()),
                Boolean.TRUE.equals(cookie.httpOnly()));
        keepPrefix(field, read);
        return read;
    }

    private String name(String field, @Nullable String name) {
        if (name == null) {
            violations.add(field, "is required");
        } else if (!HeaderReader.TOKEN.matcher(name).matches()) {
            violations.add(field, "must be letters, digits and !#$%&'*+.^_`|~-");
        }
        return Objects.requireNonNullElse(name, "");
    }

    private String value(String field, @Nullable String value) {
        if (value == null) {
            violations.add(field, "is required; it may be empty");
        } else if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == ';')) {
            violations.add(field, "must not hold a semicolon or control characters");
        }
        return Objects.requireNonNullElse(value, "");
    }

    private @Nullable String domain(String field, @Nullable String domain) {
        if (domain == null && !visitsAddress) {
            violations.add(field, "is required when there is no url to draw: markup has no host of its own");
        } else if (domain != null && !HOST.matcher(domain).matches()) {
            violations.add(field, "must be a host, such as example.com or .example.com");
        }
        return domain;
    }

    private String path(String field, String path) {
        if (path.length() > MAX_PATH || !PATH.matcher(path).matches()) {
            violations.add(
                    field, "must begin with a slash and be printable ASCII without a semicolon, up to 1024 characters");
        }
        return path;
    }

    /** A browser drops cookies that do not keep what their name promises. */
    private void keepPrefix(String field, Cookie cookie) {
        boolean hostOnly = cookie.name().startsWith("__Host-");
        if ((hostOnly || cookie.name().startsWith("__Secure-")) && !cookie.secure()) {
            violations.add(field + ".secure", "must be true for a name that begins with __Host- or __Secure-");
        }
        if (hostOnly && (cookie.domain() != null || !cookie.path().equals("/"))) {
            violations.add(field, "must have no domain and the path / with a name that begins with __Host-");
        }
    }
}

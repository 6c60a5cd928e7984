package io.renderyard.dialect.pictify;

import io.renderyard.dialect.field.HeaderReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options of {@code POST /image} and its relatives; sections 4.1 and 5. */
final class DrawingReader {
    private static final int LARGEST = 4_000;
    private static final int LONGEST_SELECTOR = 2_000;
    private static final int LONGEST_CSS = 1_000_000;
    private static final int LONGEST_AGENT = 1_000;
    private static final int LONGEST_DELAY = 30_000;
    private static final int MOST_COOKIES = 50;
    private static final int LONGEST_COOKIE = 4_096;
    private static final double LARGEST_SCALE = 3;

    private final Members body;

    DrawingReader(Members body) {
        this.body = body;
    }

    Drawing read(OutputFormat output) {
        return read(output, LARGEST);
    }

    Drawing read(OutputFormat output, int largest) {
        return new Drawing(
                output,
                body.integer("width", 1, largest),
                body.integer("height", 1, largest),
                body.number("deviceScaleFactor", 1, 1, LARGEST_SCALE),
                body.flag("transparent", false),
                area(),
                body.word("css", LONGEST_CSS),
                waiting(),
                body.word("userAgent", LONGEST_AGENT),
                traffic());
    }

    private Area area() {
        String selector = body.word("selector", LONGEST_SELECTOR);
        if (selector != null) {
            return new Area.Element(selector);
        }
        return body.flag("fullPage", false) ? new Area.FullPage() : new Area.Window();
    }

    private Waiting waiting() {
        String selector = body.word("waitForSelector", LONGEST_SELECTOR);
        Duration delay = Duration.ofMillis(body.integer("waitForTimeout", 0, 0, LONGEST_DELAY));
        Waiting plain = Waiting.PLAIN;
        return new Waiting(
                plain.until(),
                selector,
                null,
                null,
                delay,
                plain.atMost().plus(delay),
                plain.onTimeout(),
                plain.refuse());
    }

    private Traffic traffic() {
        List<Traffic.Header> headers = headers();
        List<Traffic.Cookie> cookies = cookies();
        return headers.isEmpty() && cookies.isEmpty()
                ? Traffic.PLAIN
                : new Traffic(headers, Set.of(), false, cookies, null, List.of(), false, false);
    }

    private List<Traffic.Header> headers() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        body.values("headers").forEach((name, value) -> given.put(name, value == null ? null : value.toString()));
        Violations violations = new Violations();
        List<Traffic.Header> headers = new HeaderReader(
                        violations,
                        "headers",
                        Map.of("cookie", "has a field of its own: cookies", "user-agent", "has one: userAgent"))
                .read(given);
        violations.all().forEach(error -> body.wrong(error.field(), error.message(), FieldProblem.INVALID_FORMAT));
        return headers;
    }

    private List<Traffic.Cookie> cookies() {
        List<Traffic.Cookie> cookies = new ArrayList<>();
        for (Members cookie : body.objects("cookies", MOST_COOKIES)) {
            String path = cookie.word("path", LONGEST_COOKIE);
            cookies.add(new Traffic.Cookie(
                    cookie.required("name", LONGEST_COOKIE),
                    new Secret(orEmpty(cookie.text("value", LONGEST_COOKIE))),
                    cookie.word("domain", LONGEST_COOKIE),
                    path == null || !path.startsWith("/") ? "/" : path,
                    cookie.flag("secure", false),
                    cookie.flag("httpOnly", false)));
        }
        return cookies;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

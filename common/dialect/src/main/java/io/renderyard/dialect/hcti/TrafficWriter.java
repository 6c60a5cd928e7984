package io.renderyard.dialect.hcti;

import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says in our words what a page's requests carry, and which are not made. */
final class TrafficWriter {
    private static final String USER_AGENT = "user-agent";
    private static final String COOKIE = "cookie";
    private static final Traffic.Header IDENTITY = new Traffic.Header("X-HCTI-SCREENSHOT", new Secret("1"));

    private TrafficWriter() {}

    static Traffic of(Definition asked) {
        return new Traffic(
                headers(asked),
                texts(asked.at("additional_header_origins")),
                asked.flag("include_headers_on_subrequests"),
                cookies(asked),
                null,
                rules(asked.at("request_overrides")),
                false,
                asked.flag("block_consent_banners"));
    }

    /** Not a header like the others: it is what the browser says of itself, everywhere. */
    static @Nullable String userAgent(Definition asked) {
        return named(asked, USER_AGENT).stream().findFirst().orElse(null);
    }

    private static List<Traffic.Header> headers(Definition asked) {
        List<Traffic.Header> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : asked.at("headers").properties()) {
            String lower = header.getKey().toLowerCase(Locale.ROOT);
            if (!lower.equals(USER_AGENT) && !lower.equals(COOKIE)) {
                headers.add(new Traffic.Header(
                        header.getKey(), new Secret(header.getValue().asString())));
            }
        }
        if (asked.flag("identify_as_hcti")) {
            headers.add(IDENTITY);
        }
        return headers;
    }

    /** The browser has a place of its own for them, and would not send a header of that name. */
    private static List<Traffic.Cookie> cookies(Definition asked) {
        List<Traffic.Cookie> cookies = new ArrayList<>();
        for (String header : named(asked, COOKIE)) {
            for (String pair : header.split(";")) {
                int equals = pair.indexOf('=');
                if (equals > 0 && !pair.substring(0, equals).isBlank()) {
                    cookies.add(new Traffic.Cookie(
                            pair.substring(0, equals).strip(),
                            new Secret(pair.substring(equals + 1).strip()),
                            null,
                            "/",
                            false,
                            false));
                }
            }
        }
        return cookies;
    }

    private static List<String> named(Definition asked, String name) {
        return asked.at("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asString())
                .toList();
    }

    private static List<BlockRule> rules(JsonNode rules) {
        List<BlockRule> read = new ArrayList<>();
        for (JsonNode rule : rules) {
            Set<ResourceType> types = EnumSet.noneOf(ResourceType.class);
            texts(rule.path("resource_types"))
                    .forEach(type -> types.add(ResourceType.valueOf(type.toUpperCase(Locale.ROOT))));
            read.add(new BlockRule(rule.has("url") ? rule.path("url").asString() : null, types));
        }
        return read;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}

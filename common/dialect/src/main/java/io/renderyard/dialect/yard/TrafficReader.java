package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.HeaderReader;
import io.renderyard.dialect.field.Origins;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Traffic.Login;
import io.renderyard.kernel.tenant.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the page's requests carry. Its messages name fields, never what is in them. */
final class TrafficReader {
    private static final Map<String, String> ELSEWHERE =
            Map.of("user-agent", "goes to environment.userAgent", "cookie", "goes to requests.cookies");

    private static final int MAX_ORIGINS = 20;
    private static final int MAX_USER = 256;
    private static final int MAX_PASSWORD = 1_024;

    private final Violations violations;
    private final boolean visitsAddress;

    /** @param visitsAddress false when all there is to draw is markup, which has no host of its own */
    TrafficReader(Violations violations, boolean visitsAddress) {
        this.violations = violations;
        this.visitsAddress = visitsAddress;
    }

    Traffic read(TrafficRequest requests) {
        return new Traffic(
                new HeaderReader(violations, "requests.headers", ELSEWHERE).read(requests.headers()),
                origins(requests),
                onSubresources(requests),
                new CookieReader(violations, visitsAddress).read(requests.cookies()),
                login(requests.auth()),
                new BlockRuleReader(violations).read(requests.block()),
                Boolean.TRUE.equals(requests.blockAds()),
                Boolean.TRUE.equals(requests.blockConsentBanners()));
    }

    private Set<String> origins(TrafficRequest requests) {
        String field = "requests.headerOrigins";
        List<String> given = violations.elements(field, requests.headerOrigins(), MAX_ORIGINS, "must be a string");
        if (!given.isEmpty() && !hasHeaders(requests)) {
            violations.add(field, "needs requests.headers");
        }
        Set<String> origins = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String element = field + "[" + i + "]";
            Origins.read(given.get(i)).ifPresentOrElse(origins::add, () -> violations.add(element, Origins.FORM));
        }
        return origins;
    }

    private boolean onSubresources(TrafficRequest requests) {
        boolean wanted = Boolean.TRUE.equals(requests.headersOnSubresources());
        if (wanted && !hasHeaders(requests)) {
            violations.add("requests.headersOnSubresources", "needs requests.headers");
        }
        return wanted;
    }

    private static boolean hasHeaders(TrafficRequest requests) {
        return requests.headers() != null && !requests.headers().isEmpty();
    }

    private @Nullable Login login(TrafficRequest.@Nullable Login login) {
        if (login == null) {
            return null;
        }
        if (!visitsAddress) {
            violations.add("requests.auth", "needs a url to draw; markup has no server that asks for it");
        }
        String user = part("requests.auth.user", login.user(), MAX_USER);
        String password = part("requests.auth.password", login.password(), MAX_PASSWORD);
        if (user.indexOf(':') >= 0) {
            violations.add("requests.auth.user", "must not hold a colon");
        }
        return new Login(user, new Secret(password));
    }

    private String part(String field, @Nullable String text, int most) {
        if (text == null) {
            violations.add(field, "is required");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            violations.add(field, "must not hold control characters");
        }
        return Objects.requireNonNullElse(violations.bounded(field, text, most), "");
    }
}

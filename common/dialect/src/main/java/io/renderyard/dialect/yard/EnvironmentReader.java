package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Environment.ColorScheme;
import io.renderyard.kernel.render.Environment.Geolocation;
import io.renderyard.kernel.render.Environment.MediaType;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what the page is told about the world. */
final class EnvironmentReader {
    private static final int MAX_LOCALE = 100;
    private static final int MAX_USER_AGENT = 1_000;
    private static final double DEFAULT_ACCURACY = 10;

    private final Violations violations;
    private final boolean visitsAddress;

    /** @param visitsAddress false when all there is to draw is markup, which has no origin that could be trusted */
    EnvironmentReader(Violations violations, boolean visitsAddress) {
        this.violations = violations;
        this.visitsAddress = visitsAddress;
    }

    Environment read(EnvironmentRequest environment) {
        return new Environment(
                violations
                        .choice(
                                "environment.colorScheme",
                                environment.colorScheme(),
                                ColorScheme.values(),
                                Violations::label)
                        .orElse(null),
                Boolean.TRUE.equals(environment.reducedMotion()),
                violations.choice("environment.mediaType", environment.mediaType(), MediaType.SCREEN),
                timezone(environment.timezone()),
                locale(environment.locale()),
                place(environment.geolocation()),
                userAgent(environment.userAgent()),
                !Boolean.FALSE.equals(environment.javaScript()));
    }

    private @Nullable String timezone(@Nullable String name) {
        // The JDK knows a few names of its own beside those of the database.
        boolean known = name == null || (ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/"));
        if (!known) {
            violations.add("environment.timezone", "must be a name of the IANA database, such as Europe/Berlin");
        }
        return name;
    }

    private @Nullable String locale(@Nullable String tag) {
        if (tag != null && !isLocale(tag)) {
            violations.add("environment.locale", "must be a BCP 47 language tag, such as de-DE");
        }
        return tag;
    }

    private static boolean isLocale(String tag) {
        try {
            return tag.length() <= MAX_LOCALE
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private @Nullable Geolocation place(EnvironmentRequest.@Nullable Geolocation place) {
        if (place == null) {
            return null;
        }
        String field = "environment.geolocation";
        if (!visitsAddress) {
            violations.add(field, "needs a url to draw; browsers tell only pages with an address where they are");
        }
        return new Geolocation(
                degrees(field + ".latitude", place.latitude(), 90),
                degrees(field + ".longitude", place.longitude(), 180),
                violations.within(field + ".accuracy", place.accuracy(), DEFAULT_ACCURACY, 0, 100_000));
    }

    private double degrees(String field, @Nullable Double degrees, int most) {
        if (degrees == null) {
            violations.add(field, "is required");
        }
        return violations.within(field, degrees, 0, -most, most);
    }

    private @Nullable String userAgent(@Nullable String userAgent) {
        String text = violations.text("environment.userAgent", userAgent, MAX_USER_AGENT);
        if (text != null && !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            violations.add("environment.userAgent", "must be printable ASCII");
        }
        return text;
    }
}

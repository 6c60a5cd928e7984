package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a page comes from. */
final class PageReader {
    private static final Pattern PLACE = Pattern.compile("(\\{\\{\\{?)\\s*([^{}\\s]+)\\s*(}}}?)");

    private final Violations violations;
    private final AddressReader addresses;

    PageReader(Violations violations) {
        this.violations = violations;
        this.addresses = new AddressReader(violations);
    }

    /** Null when there is none that could be drawn, which is then noted. */
    @Nullable
    Source read(String field, @Nullable PageRequest page) {
        if (page == null || (page.html() == null && page.url() == null)) {
            violations.add(field, "is required: either {\"html\": …} or {\"url\": …}");
            return null;
        }
        if (page.html() != null && page.url() != null) {
            violations.add(field, "must have html or url, not both");
            return null;
        }
        if (page.html() == null) {
            URI address = addresses.read(field + ".url", withPlacesEncoded(Objects.requireNonNull(page.url())));
            return address == null ? null : new Source.Url(address);
        }
        if (page.html().isBlank()) {
            violations.add(field + ".html", "must not be empty");
        }
        return new Source.Html(page.html());
    }

    /** Braces are no characters of an address; the worker, who fills the places, knows them percent-encoded. */
    private static String withPlacesEncoded(String url) {
        return PLACE.matcher(url)
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1).replace("{", "%7B")
                        + place.group(2)
                        + place.group(3).replace("}", "%7D")));
    }
}

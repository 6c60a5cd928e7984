package io.renderyard.dialect.yard;

import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads where a page comes from. */
final class PageReader {
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
            URI address = addresses.read(field + ".url", Objects.requireNonNull(page.url()));
            return address == null ? null : new Source.Url(address);
        }
        if (page.html().isBlank()) {
            violations.add(field + ".html", "must not be empty");
        }
        return new Source.Html(page.html());
    }
}

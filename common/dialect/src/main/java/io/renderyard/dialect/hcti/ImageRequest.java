package io.renderyard.dialect.hcti;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is asked for.
 *
 * @param extension that the address in the answer gets; none when null
 */
public sealed interface ImageRequest {
    @Nullable
    String extension();

    /**
     * Of markup or an address.
     *
     * @param window within which a picture of the same definition is the answer; zero: none is
     */
    record Alone(Definition definition, @Nullable String extension, Duration window) implements ImageRequest {}

    /** Of a stored template. */
    record Templated(TemplateReference template, @Nullable String extension) implements ImageRequest {}
}

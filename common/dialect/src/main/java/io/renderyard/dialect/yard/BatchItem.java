package io.renderyard.dialect.yard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item of an upload, as it comes. */
record BatchItem(
        @Nullable Map<String, @Nullable Object> variables,
        @Nullable SourceRequest source,
        @Nullable Map<String, @Nullable String> metadata) {}

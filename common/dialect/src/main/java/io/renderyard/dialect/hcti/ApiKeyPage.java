package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.tenant.ApiKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of a tenant's keys, newest first; contract {@code hcti.md}, sections 10 and 11. */
public record ApiKeyPage(List<ApiKeyView> data, Pagination pagination) {
    /** @param nextPageStart to be sent as {@code page_start}; null when there is no more */
    public record Pagination(
            @JsonProperty("next_page_start") @Nullable String nextPageStart) {}

    /** @param keys one more than {@code count} when there are more */
    public static ApiKeyPage of(List<ApiKey> keys, int count) {
        List<ApiKeyView> data = keys.stream().limit(count).map(ApiKeyView::of).toList();
        String next = keys.size() > count ? keys.get(count).id().toString() : null;
        return new ApiKeyPage(data, new Pagination(next));
    }
}

package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.Secret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it; contract {@code hcti.md}, section 11.
 *
 * @param id what it is managed by; the same as {@code apiId}, and clients need not know
 * @param apiId user name of Basic
 * @param apiKey password of Basic, in the answer to its creation only
 * @param createdAt RFC 3339, as is {@code updatedAt}
 */
public record ApiKeyView(
        String id,
        @JsonProperty("api_id") String apiId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("api_key") @Nullable
        String apiKey,

        String name,
        @Nullable String description,
        boolean enabled,
        List<String> permissions,
        @JsonProperty("all_future_permissions") boolean allFuturePermissions,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

    public static ApiKeyView of(ApiKey key) {
        return of(key, null);
    }

    /** @param secret null when it is not to be seen */
    public static ApiKeyView of(ApiKey key, @Nullable Secret secret) {
        String id = key.id().toString();
        return new ApiKeyView(
                id,
                id,
                secret == null ? null : secret.reveal(),
                key.name(),
                key.grant().description(),
                key.grant().enabled(),
                key.grant().scopes().stream().sorted().map(Scope::label).toList(),
                key.grant().futureScopes(),
                time(key.createdAt()),
                time(key.updatedAt()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}

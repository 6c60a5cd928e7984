package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.tenant.AccessTokens.AccessToken;

/**
 * A token; contract {@code pictory.md}, section 2.2.
 *
 * @param tokenType always this word, although the token goes into its header bare
 */
public record TokenGranted(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("token_type") String tokenType) {
    public static TokenGranted of(AccessToken token) {
        return new TokenGranted(token.token().reveal(), token.lifetime().toSeconds(), "Bearer");
    }

    /** Without the token, which must not get into a log. */
    @Override
    public String toString() {
        return "TokenGranted[expiresIn=" + expiresIn + "]";
    }
}

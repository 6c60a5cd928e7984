package io.renderyard.kernel.tenant;

import java.time.Duration;
import java.util.Optional;

/** Gives out tokens that stand for a credential for a while, to clients that will not send the credential each time. */
public interface AccessTokens {
    /** @param lifetime from now */
    record AccessToken(Secret token, Duration lifetime) {}

    /** Empty when there is no such credential; from outside an unknown one and a wrong secret are the same. */
    Optional<AccessToken> issue(String clientId, Secret clientSecret);
}

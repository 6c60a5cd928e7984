package io.renderyard.db.tenant;

import io.renderyard.kernel.tenant.AccessTokens;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class SignedAccessTokens implements AccessTokens {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final CredentialVerifier credentials;
    private final TokenFormat tokens;
    private final InstantSource clock;

    SignedAccessTokens(CredentialVerifier credentials, TokenFormat tokens, InstantSource clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<AccessToken> issue(String clientId, Secret clientSecret) {
        return credentials
                .verify(new PresentedCredential(clientId, clientSecret))
                .map(credential -> new AccessToken(
                        tokens.write(credential.id(), clock.instant().plus(LIFETIME)), LIFETIME));
    }
}

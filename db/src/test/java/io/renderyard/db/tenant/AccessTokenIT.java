package io.renderyard.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.tenant.AccessTokens;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokenIT {
    private final TestLedger ledger = TestLedger.shared();
    private final AccessTokens tokens = ledger.part(AccessTokens.class);
    private final Tenants.NewTenant mine = ledger.part(Tenants.class).create("mine");
    private final Tenants.NewTenant others = ledger.part(Tenants.class).create("another");

    @Test
    void aTokenOpensWhatItsKeyOpens() {
        AccessTokens.AccessToken token = issue(mine.apiKey());

        assertThat(token.lifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(verify(null, token.token()))
                .isPresent()
                .isEqualTo(verify(null, mine.apiKey()))
                .isNotEqualTo(verify(null, others.apiKey()));
    }

    @Test
    void aTokenOfAKeyForTryingOutIsForThat() {
        assertThat(verify(null, issue(mine.trialKey()).token()).orElseThrow().trial())
                .isTrue();
    }

    @Test
    void aWrongPairGetsNone() {
        assertThat(tokens.issue(others.apiId(), mine.apiKey())).isEmpty();
        assertThat(tokens.issue("", mine.apiKey())).isEmpty();
        assertThat(tokens.issue(mine.apiId(), new Secret(""))).isEmpty();
        assertThat(tokens.issue(mine.apiId(), mine.faceKey())).isEmpty();
    }

    @Test
    void noTokenIsGivenForATokenAndNoneIsAPassword() {
        Secret token = issue(mine.apiKey()).token();

        assertThat(tokens.issue(mine.apiId(), token)).isEmpty();
        assertThat(verify(mine.apiId(), token)).isEmpty();
    }

    @Test
    void aTokenThatIsOverIsRefused() {
        Secret over = ledger.part(TokenFormat.class)
                .write(id(mine.apiKey()), Instant.now().minusSeconds(1));

        assertThat(verify(null, over)).isEmpty();
    }

    @Test
    void aTokenOfNoCredentialIsRefused() {
        Secret nobodys = ledger.part(TokenFormat.class)
                .write(UUID.randomUUID(), Instant.now().plusSeconds(60));

        assertThat(verify(null, nobodys)).isEmpty();
    }

    @Test
    void theTokensOfARevokedKeyAreRefusedASecondLater() {
        Secret token = issue(mine.apiKey()).token();
        assertThat(verify(null, token)).isPresent();
        ledger.jdbc()
                .sql("update credential set revoked_at = now() where id = ?")
                .param(UUID.fromString(mine.apiId()))
                .update();

        await("the remembered key is too old")
                .atMost(RecentFinds.AGE.multipliedBy(30))
                .until(() -> verify(null, token).isEmpty());
        assertThat(tokens.issue(mine.apiId(), mine.apiKey())).isEmpty();
    }

    private AccessTokens.AccessToken issue(Secret key) {
        return tokens.issue(id(key).toString(), key).orElseThrow();
    }

    private UUID id(Secret key) {
        return verify(null, key).orElseThrow().id();
    }

    private Optional<Credential> verify(@Nullable String apiId, Secret key) {
        return ledger.part(CredentialVerifier.class).verify(new PresentedCredential(apiId, key));
    }
}

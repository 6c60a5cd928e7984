package io.renderyard.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.tenant.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialIT {
    private final TestLedger ledger = TestLedger.shared();
    private final Tenants.NewTenant mine = ledger.part(Tenants.class).create("mine");
    private final TenantId me = new TenantId(ledger.one(UUID.class, "select id from tenant where name = ?", "mine"));
    private final Tenants.NewTenant others = ledger.part(Tenants.class).create("another");

    @Test
    void everyKeyOpensTheirTenantsDoorAndNoOther() {
        assertThat(verify(null, mine.apiKey().reveal())).contains(me);
        assertThat(verify(null, mine.faceKey().reveal())).contains(me);
        assertThat(verify(null, mine.trialKey().reveal())).contains(me);
        assertThat(verify(null, others.apiKey().reveal())).isPresent().get().isNotEqualTo(me);
    }

    @Test
    void theKeysLookAsTheirClientsExpect() {
        assertThat(mine.apiKey().reveal()).matches("ry_[0-9A-Za-z]{48}");
        assertThat(mine.faceKey().reveal()).matches("pictai_[0-9A-Za-z]{48}");
        assertThat(mine.trialKey().reveal()).matches("pictai_test_[0-9A-Za-z]{48}");
        assertThat(mine.webhookSecret().reveal()).startsWith("whsec_");
    }

    @Test
    void onlyTheKeyForTryingOutIsForThat() {
        assertThat(proven(null, mine.trialKey().reveal()).orElseThrow().trial()).isTrue();
        for (Secret key : List.of(mine.apiKey(), mine.faceKey())) {
            assertThat(proven(null, key.reveal()).orElseThrow().trial()).isFalse();
        }
    }

    @Test
    void aPairMustBelongTogether() {
        assertThat(verify(mine.apiId(), mine.apiKey().reveal())).contains(me);
        assertThat(verify(others.apiId(), mine.apiKey().reveal())).isEmpty();
        assertThat(verify("", mine.apiKey().reveal())).isEmpty();
        assertThat(verify(mine.apiId(), mine.faceKey().reveal())).isEmpty();
    }

    @Test
    void aWrongKeyIsRefused() {
        String key = mine.apiKey().reveal();
        char last = key.charAt(key.length() - 1);
        String lookupOfOne = key.substring(0, 15);
        String proofOfAnother = others.apiKey().reveal().substring(15);

        assertThat(verify(null, key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a')))
                .isEmpty();
        assertThat(verify(null, lookupOfOne + proofOfAnother)).isEmpty();
        for (String nonsense : List.of(
                "",
                "ry_",
                key + "0",
                key.substring(1),
                " " + key,
                "ry_" + "0".repeat(48),
                "pictai_" + mine.trialKey().reveal().substring(12))) {
            assertThat(verify(null, nonsense)).as(nonsense).isEmpty();
        }
    }

    @Test
    void aRevokedKeyIsRefused() {
        ledger.jdbc()
                .sql("update credential set revoked_at = now() where lookup = ?")
                .param(mine.apiKey().reveal().substring(0, 15))
                .update();

        assertThat(verify(null, mine.apiKey().reveal())).isEmpty();
        assertThat(verify(null, mine.faceKey().reveal())).contains(me);
    }

    @Test
    void aRevokedKeyThatWasJustUsedIsRefusedASecondLater() {
        assertThat(verify(null, mine.apiKey().reveal())).contains(me);
        ledger.jdbc()
                .sql("update credential set revoked_at = now() where lookup = ?")
                .param(mine.apiKey().reveal().substring(0, 15))
                .update();

        await("the remembered key is too old")
                .atMost(RecentFinds.AGE.multipliedBy(30))
                .until(() -> verify(null, mine.apiKey().reveal()).isEmpty());
    }

    @Test
    void theFirstKeysMayDoEverything() {
        for (Secret key : List.of(mine.apiKey(), mine.faceKey(), mine.trialKey())) {
            assertThat(proven(null, key.reveal()).orElseThrow().scopes()).containsExactlyInAnyOrder(Scope.values());
        }
        assertThat(proven(null, mine.apiKey().reveal()).orElseThrow().id()).hasToString(mine.apiId());
    }

    @Test
    void aKeyMayDoWhatIsWrittenAndNothingThatThisVersionDoesNotKnow() {
        ledger.jdbc()
                .sql("update credential set scopes = array ['images:read', 'moons:paint'] where lookup = ?")
                .param(mine.apiKey().reveal().substring(0, 15))
                .update();

        assertThat(proven(null, mine.apiKey().reveal()).orElseThrow().scopes()).containsExactly(Scope.IMAGES_READ);
    }

    @Test
    void theWebhookSecretComesBack() {
        assertThat(ledger.part(WebhookSecrets.class).of(me)).isEqualTo(mine.webhookSecret());
    }

    @Test
    void aDumpOfTheTablesHoldsNoSecret() throws Exception {
        String dump = String.join(
                "\n",
                ledger.jdbc()
                        .sql("select tenant::text from tenant union all select credential::text from credential")
                        .query(String.class)
                        .list());
        assertThat(dump).contains(mine.apiId());

        for (Secret secret : List.of(mine.apiKey(), mine.faceKey(), mine.trialKey(), mine.webhookSecret())) {
            byte[] text = secret.reveal().getBytes(StandardCharsets.UTF_8);
            byte[] plainHash = MessageDigest.getInstance("SHA-256").digest(text);
            assertThat(dump)
                    .doesNotContain(secret.reveal(), secret.reveal().substring(16))
                    .doesNotContain(
                            HexFormat.of().formatHex(text), HexFormat.of().formatHex(plainHash));
        }
        byte[] signingKey =
                Base64.getDecoder().decode(mine.webhookSecret().reveal().substring("whsec_".length()));
        assertThat(dump).doesNotContain(HexFormat.of().formatHex(signingKey));
    }

    @Test
    void nothingOfATenantIsPrinted() {
        assertThat(mine.toString())
                .doesNotContain(
                        mine.apiKey().reveal(),
                        mine.faceKey().reveal(),
                        mine.trialKey().reveal(),
                        mine.webhookSecret().reveal());
    }

    private Optional<TenantId> verify(@Nullable String apiId, String key) {
        return proven(apiId, key).map(Credential::tenant);
    }

    private Optional<Credential> proven(@Nullable String apiId, String key) {
        return ledger.part(CredentialVerifier.class).verify(new PresentedCredential(apiId, new Secret(key)));
    }
}

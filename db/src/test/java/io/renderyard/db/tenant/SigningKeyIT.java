package io.renderyard.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.tenant.SigningKey;
import io.renderyard.kernel.tenant.SigningKeys;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyIT {
    private final TestLedger ledger = TestLedger.shared();
    private final SigningKeys keys = ledger.part(SigningKeys.class);
    private final Tenants.NewTenant mine = ledger.part(Tenants.class).create("mine");
    private final TenantId me = new TenantId(ledger.one(UUID.class, "select id from tenant where name = ?", "mine"));

    @Test
    void aKeyIsFoundByItsPublicId() {
        assertThat(keys.find(mine.apiId())).contains(new SigningKey(me, mine.apiKey()));
    }

    @Test
    void aTenantSignsWithItsOwnKeysOnly() {
        Tenants.NewTenant others = ledger.part(Tenants.class).create("another");

        assertThat(keys.ofTenant(me))
                .extracting(SigningKey::key)
                .containsExactlyInAnyOrder(mine.apiKey(), mine.faceKey(), mine.trialKey())
                .doesNotContain(others.apiKey());
        assertThat(keys.ofTenant(ledger.tenant())).isEmpty();
    }

    @Test
    void whatIsNoPublicIdIsNotFound() {
        for (String id : List.of(
                "",
                "x",
                mine.apiId().toUpperCase(Locale.ROOT) + "0",
                UUID.randomUUID().toString(),
                mine.apiKey().reveal())) {
            assertThat(keys.find(id)).as(id).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoked_at = now()",
                "scopes = array ['images:read']",
                "scopes = '{}'",
                // made before keys were kept
                "sealed_key = null"
            })
    void aKeyThatMayNotSignIsNotFound(String change) {
        change(change);

        assertThat(keys.find(mine.apiId())).isEmpty();
        assertThat(keys.ofTenant(me))
                .extracting(SigningKey::key)
                .containsExactlyInAnyOrder(mine.faceKey(), mine.trialKey());
    }

    @Test
    void aKeyThatJustSignedAndIsDisabledSignsNothingASecondLater() {
        assertThat(keys.find(mine.apiId())).isPresent();
        assertThat(keys.ofTenant(me)).hasSize(3);
        change("revoked_at = now()");

        await("the remembered key is too old")
                .atMost(RecentFinds.AGE.multipliedBy(30))
                .until(() ->
                        keys.find(mine.apiId()).isEmpty() && keys.ofTenant(me).size() == 2);
    }

    private void change(String change) {
        ledger.jdbc()
                .sql("update credential set " + change + " where id = ?")
                .param(UUID.fromString(mine.apiId()))
                .update();
    }
}

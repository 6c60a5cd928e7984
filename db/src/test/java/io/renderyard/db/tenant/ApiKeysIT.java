package io.renderyard.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.ApiKeys;
import io.renderyard.kernel.tenant.ApiKeys.Replacement;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.SigningKey;
import io.renderyard.kernel.tenant.SigningKeys;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ApiKeysIT {
    private final TestLedger ledger = TestLedger.shared();
    private final ApiKeys keys = ledger.part(ApiKeys.class);
    private final TenantId me = ledger.tenant();
    private final TenantId another = ledger.tenant();

    @Test
    void aNewKeyOpensTheDoorAndSigns() {
        ApiKeys.Created created = keys.create(me, grant("mine", Scope.IMAGES_CREATE, Scope.IMAGES_READ))
                .orElseThrow();

        assertThat(verify(created))
                .contains(
                        new Credential(created.key().id(), me, Set.of(Scope.IMAGES_CREATE, Scope.IMAGES_READ), false));
        assertThat(ledger.part(SigningKeys.class).find(created.key().id().toString()))
                .contains(new SigningKey(me, created.secret()));
        assertThat(keys.find(me, created.key().id())).contains(created.key());
        assertThat(created.key().name()).isEqualTo("mine");
        assertThat(keys.find(another, created.key().id())).isEmpty();
    }

    @Test
    void aKeyWithoutANameIsGivenOneThatStays() {
        ApiKey key = create(new Grant(null, null, true, Set.of(), false));

        assertThat(key.name()).isEqualTo("Key " + key.id().toString().substring(0, 8));
        assertThat(keys.replace(me, key.id(), new Grant(null, null, true, Set.of(), true)))
                .isInstanceOfSatisfying(
                        Replacement.Replaced.class,
                        replaced -> assertThat(replaced.key().name()).isEqualTo(key.name()));
    }

    @Test
    void aReplacementReplacesAllButTheSecret() {
        ApiKeys.Created created = keys.create(me, new Grant("before", "text", true, Set.of(Scope.IMAGES_CREATE), true))
                .orElseThrow();
        UUID id = created.key().id();
        Grant after = new Grant("after", null, true, Set.of(Scope.USAGE_READ), false);

        assertThat(keys.replace(another, id, after)).isEqualTo(new Replacement.NoSuchKey());
        assertThat(keys.replace(me, id, after))
                .isEqualTo(new Replacement.Replaced(keys.find(me, id).orElseThrow()));

        assertThat(keys.find(me, id).orElseThrow().grant()).isEqualTo(after);
        assertThat(verify(created).orElseThrow().scopes()).containsExactly(Scope.USAGE_READ);
        assertThat(ledger.part(SigningKeys.class).find(id.toString())).isEmpty();
    }

    @Test
    void aDisabledKeyStaysAndCanBeEnabledAgain() {
        ApiKeys.Created created =
                keys.create(me, grant("mine", Scope.IMAGES_CREATE)).orElseThrow();
        UUID id = created.key().id();
        assertThat(verify(created)).isPresent();

        assertThat(keys.disable(another, id)).isFalse();
        assertThat(keys.disable(me, id)).isTrue();
        assertThat(keys.disable(me, id)).isTrue();
        assertThat(keys.find(me, id).orElseThrow().grant().enabled()).isFalse();
        await("the remembered key is too old")
                .atMost(RecentFinds.AGE.multipliedBy(30))
                .until(() -> verify(created).isEmpty());

        keys.replace(me, id, grant("mine", Scope.IMAGES_CREATE));
        await("the disabled key is too old")
                .atMost(RecentFinds.AGE.multipliedBy(30))
                .until(() -> verify(created).isPresent());
    }

    @Test
    void keysAreListedNewestFirstByWhatTheyMayDo() {
        UUID old = create(grant("old", Scope.IMAGES_READ, Scope.USAGE_READ)).id();
        UUID less = create(grant("less", Scope.USAGE_READ)).id();
        UUID off = create(new Grant("off", null, false, Set.of(Scope.IMAGES_READ, Scope.USAGE_READ), false))
                .id();
        UUID last = create(grant("last", Scope.IMAGES_READ, Scope.USAGE_READ, Scope.IMAGES_CREATE))
                .id();
        keys.create(another, grant("theirs", Scope.IMAGES_READ, Scope.USAGE_READ));

        Set<Scope> both = Set.of(Scope.IMAGES_READ, Scope.USAGE_READ);
        assertThat(page(new ApiKeys.Filter(false, both))).containsExactly(last, old);
        assertThat(page(new ApiKeys.Filter(true, both))).containsExactly(last, off, old);
        assertThat(page(new ApiKeys.Filter(true, Set.of()))).containsExactly(last, off, less, old);
    }

    @Test
    void pagesGoOnWhereTheyAreTold() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(create(grant("key " + i)).id());
        }
        // All at once, as far as the clock can tell.
        ledger.jdbc().sql("update credential set created_at = now()").update();
        ApiKeys.Filter any = new ApiKeys.Filter(true, Set.of());

        List<UUID> order = page(any);
        assertThat(order).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(keys.page(me, any, order.get(2), 2))).containsExactly(order.get(2), order.get(3));
        assertThat(keys.page(me, any, UUID.randomUUID(), 2)).isEmpty();
        UUID theirs = keys.create(another, grant("theirs")).orElseThrow().key().id();
        assertThat(keys.page(me, any, theirs, 2)).isEmpty();
    }

    @Test
    void oneEnabledKeyTooManyIsRefused() {
        ApiKey disabled = create(new Grant("off", null, false, Set.of(), false));
        for (int i = 0; i < ApiKeys.MOST_ENABLED; i++) {
            create(grant("key " + i));
        }

        assertThat(keys.create(me, grant("one more"))).isEmpty();
        assertThat(keys.replace(me, disabled.id(), grant("on"))).isEqualTo(new Replacement.TooMany());
        assertThat(keys.find(me, disabled.id())).contains(disabled);
        assertThat(keys.create(me, new Grant("off, too", null, false, Set.of(), false)))
                .isPresent();
        assertThat(keys.create(another, grant("theirs"))).isPresent();
    }

    @Test
    void ofTwoThatComeTogetherOneTakesTheLastPlace() throws Exception {
        for (int i = 1; i < ApiKeys.MOST_ENABLED; i++) {
            create(grant("key " + i));
        }
        List<Callable<Boolean>> crowd = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            crowd.add(() -> keys.create(me, grant("last")).isPresent());
        }
        int created = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(crowd.size())) {
            for (Future<Boolean> each : threads.invokeAll(crowd)) {
                created += each.get() ? 1 : 0;
            }
        }

        assertThat(created).isOne();
    }

    private static Grant grant(String name, Scope... scopes) {
        return new Grant(name, null, true, Set.of(scopes), false);
    }

    private ApiKey create(Grant grant) {
        return keys.create(me, grant).orElseThrow().key();
    }

    private Optional<Credential> verify(ApiKeys.Created created) {
        return ledger.part(CredentialVerifier.class)
                .verify(new PresentedCredential(created.key().id().toString(), created.secret()));
    }

    private List<UUID> page(ApiKeys.Filter filter) {
        return ids(keys.page(me, filter, null, 1_000));
    }

    private static List<UUID> ids(List<ApiKey> keys) {
        return keys.stream().map(ApiKey::id).toList();
    }
}

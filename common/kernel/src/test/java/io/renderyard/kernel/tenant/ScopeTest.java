package io.renderyard.kernel.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @ParameterizedTest
    @EnumSource
    void aScopeIsFoundByWhatClientsCallIt(Scope scope) {
        assertThat(Scope.of(scope.label())).contains(scope);
    }

    /** They are written in the ledger and in clients. */
    @Test
    void theLabelsStayAsTheyAre() {
        assertThat(Scope.values())
                .extracting(Scope::label)
                .containsExactly(
                        "images:create",
                        "images:read",
                        "images:delete",
                        "images:store",
                        "templates:read",
                        "templates:create_update",
                        "templates:delete",
                        "usage:read",
                        "api_keys:read",
                        "api_keys:create_update",
                        "api_keys:delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "images", "images:", "IMAGES:CREATE", " images:create", "IMAGES_CREATE"})
    void whatIsNoLabelIsNoScope(String label) {
        assertThat(Scope.of(label)).isEmpty();
    }
}

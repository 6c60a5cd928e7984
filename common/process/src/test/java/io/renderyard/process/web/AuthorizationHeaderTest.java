package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer key_1", "bearer key_1", "BEARER   key_1 ", " Bearer key_1", "key_1", " key_1 "})
    void aKeyStandsAlone(String header) {
        assertThat(AuthorizationHeader.read(header)).contains(new PresentedCredential(null, new Secret("key_1")));
    }

    @Test
    void basicCarriesIdAndKey() {
        assertThat(AuthorizationHeader.read("Basic " + base64("id:key"))).contains(pair("id", "key"));
        assertThat(AuthorizationHeader.read("basic  " + base64("id:key"))).contains(pair("id", "key"));
    }

    @Test
    void onlyTheFirstColonDivides() {
        assertThat(AuthorizationHeader.read("Basic " + base64("id:key:with:colons")))
                .contains(pair("id", "key:with:colons"));
        assertThat(AuthorizationHeader.read("Basic " + base64(":"))).contains(pair("", ""));
        assertThat(AuthorizationHeader.read("Basic " + base64("ïd:kéy"))).contains(pair("ïd", "kéy"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "Basic !!!", "Basic a", "Basic bm9jb2xvbg==", "basic aWQ6a2V5 aWQ6a2V5"})
    void whatIsNoCredentialIsNone(@Nullable String header) {
        assertThat(AuthorizationHeader.read(header)).isEmpty();
    }

    @Test
    void theKeyIsNotPrinted() {
        assertThat(AuthorizationHeader.read("Bearer key_1").toString()).doesNotContain("key_1");
    }

    private static PresentedCredential pair(String id, String key) {
        return new PresentedCredential(id, new Secret(key));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

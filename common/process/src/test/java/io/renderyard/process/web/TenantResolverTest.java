package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class TenantResolverTest {
    private static final TenantId ME = new TenantId(new UUID(0, 1));
    private static final UUID ID = new UUID(0, 2);

    private Set<Scope> scopes = EnumSet.allOf(Scope.class);
    private final TenantResolver resolver = new TenantResolver(this::verify, Gates.open());

    /** What controllers ask for. */
    @SuppressWarnings("unused")
    private interface Asking {
        void tenant(TenantId tenant);

        void credential(Credential credential);

        void usage(@Needs(Scope.USAGE_READ) TenantId tenant);

        void both(@Needs({Scope.TEMPLATES_READ, Scope.IMAGES_CREATE}) TenantId tenant);

        void anybody(@Needs({}) TenantId tenant);

        void name(String name);
    }

    private Optional<Credential> verify(PresentedCredential presented) {
        return presented.key().reveal().equals("right")
                ? Optional.of(new Credential(ID, ME, scopes, false))
                : Optional.empty();
    }

    @Test
    void aControllerGetsTheTenantOrTheCredential() {
        assertThat(resolve("tenant", "GET", "right")).isEqualTo(ME);
        assertThat(resolve("credential", "GET", "right")).isEqualTo(new Credential(ID, ME, scopes, false));
        assertThat(resolver.supportsParameter(parameter("name"))).isFalse();
    }

    @Test
    void nobodyComesInWithoutAKey() {
        for (String method : new String[] {"tenant", "credential", "anybody", "usage"}) {
            assertThatThrownBy(() -> resolve(method, "GET", "wrong"))
                    .as(method)
                    .isInstanceOf(UnauthorizedException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tenant, GET, images:read",
        "tenant, HEAD, images:read",
        "credential, GET, images:read",
        "tenant, POST, images:create",
        "tenant, PUT, images:create",
        "tenant, DELETE, images:delete",
        "usage, GET, usage:read",
        "usage, DELETE, usage:read",
        "both, GET, images:create",
        "both, GET, templates:read"
    })
    void whatTheKeyMayNotDoIsRefusedByName(String asked, String method, String needed) {
        Scope scope = Scope.of(needed).orElseThrow();
        scopes = EnumSet.complementOf(EnumSet.of(scope));

        assertThatThrownBy(() -> resolve(asked, method, "right"))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining(needed);

        scopes = asked.equals("both") ? EnumSet.allOf(Scope.class) : EnumSet.of(scope);
        assertThat(resolve(asked, method, "right")).isNotNull();
    }

    @Test
    void whereNothingIsNeededAnyKeyWillDo() {
        scopes = Set.of();

        assertThat(resolve("anybody", "POST", "right")).isEqualTo(ME);
    }

    private Object resolve(String asked, String method, String key) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        return resolver.resolveArgument(
                parameter(asked), null, new ServletWebRequest(request, new MockHttpServletResponse()), null);
    }

    private static MethodParameter parameter(String name) {
        Method method = Arrays.stream(Asking.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new MethodParameter(method, 0);
    }
}

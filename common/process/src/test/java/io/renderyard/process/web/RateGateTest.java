package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.TenantId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateGateTest {
    private static final Credential KEY = new Credential(new UUID(7, 1), new TenantId(new UUID(0, 1)), Set.of(), false);

    private final RateGate gate = Gates.with(2, 100, List.of());

    private static MockHttpServletResponse ask(RateGate gate, String method, Class<?> controller) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        gate.pass(KEY, controller, new MockHttpServletRequest(method, "/"), response);
        return response;
    }

    private MockHttpServletResponse ask(String method) {
        return ask(gate, method, RateGateTest.class);
    }

    @Test
    void whatIsLeftIsToldWithEachAnswer() {
        MockHttpServletResponse answer = ask("POST");

        assertThat(answer.getHeader("RateLimit-Limit")).isEqualTo("2");
        assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("1");
        assertThat(answer.getHeader("RateLimit-Reset")).isEqualTo("1");
    }

    @Test
    void whoComesTooOftenIsToldSoWithTheSameNumbers() {
        for (int i = 0; i < 2; i++) {
            assertThat(ask("POST").getHeader("RateLimit-Limit")).isEqualTo("2");
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();

        assertThatThrownBy(() -> gate.pass(KEY, RateGateTest.class, new MockHttpServletRequest("POST", "/"), answer))
                .isInstanceOfSatisfying(TooManyRequestsException.class, refusal -> {
                    ResponseEntity<Object> said = new Problems().tooMany(refusal);
                    assertThat(said.getStatusCode().value()).isEqualTo(429);
                    assertThat(said.getHeaders().get(HttpHeaders.RETRY_AFTER)).containsExactly("1");
                    assertThat(said.getBody())
                            .isInstanceOfSatisfying(
                                    Problem.class,
                                    problem -> assertThat(problem.retryAfter()).isEqualTo(1));
                });
        assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.getHeader("RateLimit-Reset")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"POST, 2", "PUT, 2", "PATCH, 2", "GET, 100", "HEAD, 100", "DELETE, 100"})
    void theMethodSaysWhetherSomethingIsMade(String method, String limit) {
        assertThat(ask(method).getHeader("RateLimit-Limit")).isEqualTo(limit);
    }

    /** A face with words of its own. */
    private static final class Own implements RateHeaders {
        @Override
        public void tell(Level level, HttpServletResponse response) {
            response.setHeader("X-RateLimit-Remaining", Integer.toString(level.remaining()));
        }
    }

    @Test
    void aFaceWithWordsOfItsOwnIsAskedForItsOwnControllersAlone() {
        RateGate gates = Gates.with(2, 100, List.of(new Own()));
        MockHttpServletResponse own = ask(gates, "POST", RateGateTest.class);
        MockHttpServletResponse other = ask(gates, "POST", String.class);

        assertThat(own.getHeaderNames()).containsExactly("X-RateLimit-Remaining");
        assertThat(own.getHeader("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(other.getHeader("X-RateLimit-Remaining")).isNull();
        assertThat(other.getHeader("RateLimit-Remaining")).isEqualTo("0");
    }
}

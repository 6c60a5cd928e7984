package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.QuotaExceededException;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class ProblemsTest {
    private final Problems problems = new Problems();

    /** As a transaction says that it could not be rolled back. */
    private static final class NotRolledBack extends UncategorizedDataAccessException {
        private static final long serialVersionUID = 1L;

        NotRolledBack(String why) {
            super("Unable to rollback", new IllegalStateException(new IllegalStateException(why)));
        }
    }

    @ParameterizedTest
    @CsvSource({"Connection is closed, 503", "something else, 500"})
    void aTransactionThatEndedWithItsConnectionMayBeTriedAgain(String why, int status) {
        ResponseEntity<Object> answer = problems.notUndone(new NotRolledBack(why));

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void whoIsToTryAgainIsToldWhen() {
        ResponseEntity<Object> answer = problems.notUndone(new NotRolledBack("Connection is closed"));

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotBlank();
    }

    @Test
    void aQueryThatCannotBeReadIsTheCallersFault() {
        ResponseEntity<Object> answer = problems.unreadable(new InvalidParameterException("%zz"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aKeyThatMayNotIsToldWhichPermissionItLacks() {
        ResponseEntity<Object> answer = problems.forbidden(new ForbiddenException(Scope.IMAGES_DELETE));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(String.valueOf(answer.getBody())).contains("images:delete");
    }

    @Test
    void whoHasUsedUpAQuotaIsToldTheNumbersAndWhenTheNextOneBegins() {
        ResponseEntity<Object> answer =
                problems.overQuota(new QuotaExceededException(Interval.MONTH, 500, 499, 2, Duration.ofHours(1)));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().get(HttpHeaders.RETRY_AFTER)).containsExactly("3601");
        assertThat(answer.getBody()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.isOf(Problem.QUOTA_EXCEEDED)).isTrue();
            assertThat(problem.type()).isEqualTo("urn:renderyard:problem:quota-exceeded");
            assertThat(problem.detail()).startsWith("The quota is 500 renders per month of UTC; 499 are used");
        });
    }

    @Test
    void somebodyWithoutAKeyIsToldHowToShowOne() {
        ResponseEntity<Object> answer = problems.unauthorized(new UnauthorizedException());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().get(HttpHeaders.WWW_AUTHENTICATE))
                .containsExactly("Bearer realm=\"renderyard\"", "Basic realm=\"renderyard\"");
    }
}

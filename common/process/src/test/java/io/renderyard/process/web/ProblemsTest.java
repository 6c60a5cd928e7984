package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.Scope;
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
    void somebodyWithoutAKeyIsToldHowToShowOne() {
        ResponseEntity<Object> answer = problems.unauthorized(new UnauthorizedException());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().get(HttpHeaders.WWW_AUTHENTICATE))
                .containsExactly("Bearer realm=\"renderyard\"", "Basic realm=\"renderyard\"");
    }
}

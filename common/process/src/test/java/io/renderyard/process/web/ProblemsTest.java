package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ProblemsTest {
    private final Problems problems = new Problems();

    /** As a transaction says that it could not be rolled back. */
    private static final class NotRolledBack extends UncategorizedDataAccessException {
        private static final long serialVersionUID = 1L;

        NotRolledBack(SQLException cause) {
            super("Unable to rollback", new IllegalStateException(cause));
        }
    }

    @ParameterizedTest
    @CsvSource({", 503", "08006, 503", "42601, 500"})
    void aTransactionThatEndedWithItsConnectionMayBeTriedAgain(String state, int status) {
        ResponseEntity<Object> answer = problems.notUndone(new NotRolledBack(new SQLException("closed", state)));

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void whoIsToTryAgainIsToldWhen() {
        ResponseEntity<Object> answer = problems.notUndone(new NotRolledBack(new SQLException("closed")));

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotBlank();
    }
}

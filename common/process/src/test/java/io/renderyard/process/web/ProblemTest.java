package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ProblemTest {
    @Test
    void aRefusalIsNotKeptByCaches() {
        ResponseEntity<Object> answer = Problem.of(HttpStatus.GONE, "no longer kept", "It was kept for its time.")
                .answer();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.GONE);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getBody())
                .hasToString("Problem[type=urn:renderyard:problem:no-longer-kept, title=No longer kept, status=410,"
                        + " detail=It was kept for its time., errors=[], retryAfter=null]");
    }
}

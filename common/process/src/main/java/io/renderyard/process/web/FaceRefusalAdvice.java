package io.renderyard.process.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Says every refusal as the plain JSON that clients of a vendor's API parse. */
public abstract class FaceRefusalAdvice extends RefusalAdvice {
    /** @param reason the usual phrase for the problem's status */
    protected abstract Object body(Problem problem, String reason);

    @Override
    protected final ResponseEntity<Object> say(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(problem, HttpStatus.valueOf(problem.status()).getReasonPhrase()));
    }
}

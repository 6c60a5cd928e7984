package io.renderyard.process.web;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says every refusal as a problem, where no face with words of its own was asked. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends RefusalAdvice {
    @Override
    protected ResponseEntity<Object> say(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .headers(problem.answer().getHeaders())
                .body(problem);
    }

    @Override
    protected String badCredentials() {
        return "Send a valid key as 'Authorization: Bearer <apiKey>', or as Basic with <apiId>:<apiKey>.";
    }

    @Override
    protected List<String> challenges() {
        return List.of("Bearer realm=\"renderyard\"", "Basic realm=\"renderyard\"");
    }
}

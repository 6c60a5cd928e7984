package io.renderyard.gateway.polling;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** One origin for clients of a farm without an ingress: polls of the native API go on to the dispatcher. */
@Hidden
@Controller
@ConditionalOnProperty("renderyard.gateway.dispatcher-url")
class PollForwarder {
    private final Polls polls;

    PollForwarder(Polls polls) {
        this.polls = polls;
    }

    @RequestMapping(
            path = {"/api/v1/jobs", "/api/v1/jobs/**"},
            method = {RequestMethod.GET, RequestMethod.DELETE})
    void forwardJobs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        polls.forward(request, response);
    }

    @GetMapping({"/api/v1/batches", "/api/v1/batches/**", "/api/v1/events"})
    void forwardBatches(HttpServletRequest request, HttpServletResponse response) throws IOException {
        polls.forward(request, response);
    }

    @PostMapping({
        "/api/v1/batches/{id}/cancel",
        "/api/v1/batches/{id}/pause",
        "/api/v1/batches/{id}/resume",
        "/api/v1/batches/{id}/retry"
    })
    void forwardSteering(HttpServletRequest request, HttpServletResponse response) throws IOException {
        polls.forward(request, response);
    }
}

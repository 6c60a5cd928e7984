package io.renderyard.gateway.face.pictory;

import io.renderyard.gateway.polling.Polls;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Polls, lists and wipes of jobs go on to the dispatcher where no ingress routes them. */
@Hidden
@Controller
@ConditionalOnProperty("renderyard.gateway.dispatcher-url")
class PictoryPollController {
    private final Polls polls;

    PictoryPollController(Polls polls) {
        this.polls = polls;
    }

    @RequestMapping(
            path = {"/pictoryapis/v1/jobs", "/pictoryapis/v1/jobs/**"},
            method = {RequestMethod.GET, RequestMethod.DELETE})
    void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        polls.forward(request, response);
    }
}

package io.renderyard.gateway.face.pictify;

import io.renderyard.gateway.polling.Polls;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Test events go on to the dispatcher, which signs and posts them, where no ingress routes them. */
@Hidden
@Controller
@ConditionalOnProperty("renderyard.gateway.dispatcher-url")
class PictifySubscriptionTestForwarder {
    private final Polls polls;

    PictifySubscriptionTestForwarder(Polls polls) {
        this.polls = polls;
    }

    @PostMapping("/pictify/webhook-subscriptions/{uid}/test")
    void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        polls.forward(request, response);
    }
}

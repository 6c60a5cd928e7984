package io.renderyard.process.web;

import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.RequestClass;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.limit.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the request of a credential, and says what is left whether it is let through or not. */
@Component
class RateGate {
    private final RateLimits limits;
    private final List<RateHeaders> faces;

    RateGate(RateLimits limits, ObjectProvider<RateHeaders> faces) {
        this.limits = limits;
        this.faces = faces.stream().toList();
    }

    /**
     * @param controller whose face chooses the headers
     * @throws TooManyRequestsException when it is one too many
     */
    void pass(Credential credential, Class<?> controller, HttpServletRequest request, HttpServletResponse response) {
        Level level = limits.take(credential, of(request.getMethod()));
        headers(controller).tell(level, response);
        TooManyRequestsException.unless(level);
    }

    private static RequestClass of(String method) {
        return switch (method) {
            case "GET", "HEAD", "DELETE" -> RequestClass.POLLS;
            default -> RequestClass.SUBMISSIONS;
        };
    }

    private RateHeaders headers(Class<?> controller) {
        return faces.stream()
                .filter(face -> face.getClass().getPackageName().equals(controller.getPackageName()))
                .findFirst()
                .orElse(RateGate::tell);
    }

    /** As most APIs do: the time is from now on, in seconds. */
    private static void tell(Level level, HttpServletResponse response) {
        response.setHeader("RateLimit-Limit", Integer.toString(level.limit()));
        response.setHeader("RateLimit-Remaining", Integer.toString(level.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(level.secondsUntilFull()));
    }
}

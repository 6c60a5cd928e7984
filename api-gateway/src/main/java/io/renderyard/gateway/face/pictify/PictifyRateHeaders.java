package io.renderyard.gateway.face.pictify;

import io.renderyard.kernel.limit.Level;
import io.renderyard.process.web.RateHeaders;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Section 1.5: the moment is a Unix time in seconds. */
@Component
class PictifyRateHeaders implements RateHeaders {
    @Override
    public void tell(Level level, HttpServletResponse response) {
        response.setHeader("X-RateLimit-Limit", Integer.toString(level.limit()));
        response.setHeader("X-RateLimit-Remaining", Integer.toString(level.remaining()));
        response.setHeader("X-RateLimit-Reset", Long.toString(level.fullAtEpochSecond()));
    }
}

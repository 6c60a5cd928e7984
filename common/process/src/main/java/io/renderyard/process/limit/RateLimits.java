package io.renderyard.process.limit;

import io.github.bucket4j.TimeMeter;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps one credential from asking too often. Each process counts for itself, in memory: the limits guard the process,
 * so that nothing is lost when they are forgotten.
 */
@Component
public class RateLimits {
    private final TokenBuckets submissions;
    private final TokenBuckets polls;

    @Autowired
    RateLimits(LimitSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(LimitSettings settings, TimeMeter time) {
        submissions = new TokenBuckets(
                settings.submissions().burst(), settings.submissions().perSecond(), time);
        polls = new TokenBuckets(settings.polls().burst(), settings.polls().perSecond(), time);
    }

    /**
     * Counts a request that makes something.
     *
     * @param response is told what is left
     * @throws ProblemException 429 when it is one too many
     */
    public void submission(Credential credential, HttpServletResponse response) {
        take(submissions, credential, response);
    }

    /** As {@link #submission}, of any other request. */
    public void poll(Credential credential, HttpServletResponse response) {
        take(polls, credential, response);
    }

    private static void take(TokenBuckets buckets, Credential credential, HttpServletResponse response) {
        TokenBuckets.Level level = buckets.take(credential.id());
        response.setHeader("RateLimit-Limit", Long.toString(level.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(level.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(level.resetSeconds()));
        if (!level.taken()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(level.retrySeconds()));
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too many requests",
                    "This key asks too often. Ask again in " + level.retrySeconds() + " s."));
        }
    }
}

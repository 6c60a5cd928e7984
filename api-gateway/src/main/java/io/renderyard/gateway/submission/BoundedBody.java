package io.renderyard.gateway.submission;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Reads bodies up to the limit, and not a byte more. */
@Component
public class BoundedBody {
    private final DataSize limit;

    BoundedBody(GatewaySettings settings) {
        this.limit = settings.maxBody();
    }

    /** @throws ProblemException 413 when there is more than the limit, told from the head where it says so */
    public byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(limit.toBytes()) + 1);
        if (body.length > limit.toBytes()) {
            throw tooLarge();
        }
        return body;
    }

    /**
     * With the client's own name for the request.
     *
     * @throws ProblemException 400 when the name is none, before anything is read; 413 as with {@link #read}
     */
    public NamedBody named(HttpServletRequest request) throws IOException {
        RequestKey key = RequestKey.of(request);
        byte[] bytes = read(request);
        return new NamedBody(bytes, key.with(bytes).key().orElse(null));
    }

    /** In bytes. */
    public long limit() {
        return limit.toBytes();
    }

    public ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body too large",
                "The body may have %d MB at most. Put large pictures behind a URL instead of into the markup."
                        .formatted(limit.toMegabytes())));
    }
}

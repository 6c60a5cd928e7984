package io.renderyard.gateway.artifact;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Sends the whole or the part that is asked for. */
final class ContentSender {
    private static final int CHUNK = 64 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    ContentSender(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void send(Content content, String etag, String caching) throws IOException {
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        boolean partStillFits = ifRange == null || ifRange.equals(etag);
        @Nullable String range = partStillFits ? request.getHeader(HttpHeaders.RANGE) : null;
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        switch (ByteRange.of(range, content.size())) {
            case ByteRange.Wanted.Whole ignored -> send(content, new ByteRange(0, content.size()), caching);
            case ByteRange.Wanted.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, part.range().contentRange(content.size()));
                send(content, part.range(), caching);
            }
            case ByteRange.Wanted.Unsatisfiable ignored -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + content.size());
            }
        }
    }

    private void send(Content content, ByteRange range, String caching) throws IOException {
        // Opened before the head is sent: a missing file is an honest 404, never a 200 with too few bytes.
        try (InputStream bytes = content.source().open(range.first())) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
            response.setContentType(content.contentType());
            response.setContentLengthLong(range.length());
            if (!"HEAD".equals(request.getMethod())) {
                copy(bytes, response.getOutputStream(), range.length());
            }
        }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int read = from.read(chunk, 0, (int) Math.min(CHUNK, left));
            if (read < 0) {
                throw new IOException("an artifact's file is shorter than the ledger says");
            }
            to.write(chunk, 0, read);
            left -= read;
        }
    }
}

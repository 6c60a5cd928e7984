package io.renderyard.gateway.face.yard;

import io.renderyard.dialect.yard.BatchForm;
import io.renderyard.gateway.submission.Spool;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * An upload on its way in.
 *
 * @param head JSON; null when it is among the items
 * @param items to be read once
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record BatchBody(BatchForm form, byte @Nullable [] head, InputStream items) {
    private static final String HEAD = "head";
    private static final String ITEMS = "items";
    private static final int LARGEST_HEAD =
            Math.toIntExact(DataSize.ofMegabytes(10).toBytes());

    /** @param key sees a head that comes apart */
    static BatchBody of(HttpServletRequest request, RequestKey key) throws IOException {
        MediaType type = type(request.getContentType()).orElseThrow(BatchBody::unknownForm);
        if (type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
            return ofForm(request, key);
        }
        BatchForm form = form(type).orElseThrow(BatchBody::unknownForm);
        // A form's parameters would be looked for in the body, too; these types have none there.
        String head = request.getParameter(HEAD);
        return new BatchBody(
                form, head == null ? null : head.getBytes(StandardCharsets.UTF_8), request.getInputStream());
    }

    private static BatchBody ofForm(HttpServletRequest request, RequestKey key) throws IOException {
        Part head = part(request, HEAD);
        Part items = part(request, ITEMS);
        if (head == null || items == null) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid form",
                    "A form must have the parts head (JSON) and items (JSON, NDJSON or CSV). Nothing was accepted."));
        }
        byte[] bytes;
        try (InputStream open = head.getInputStream()) {
            bytes = open.readNBytes(LARGEST_HEAD + 1);
        }
        if (bytes.length > LARGEST_HEAD) {
            throw Spool.tooLarge();
        }
        key.with(bytes);
        BatchForm form = type(items.getContentType())
                .flatMap(BatchBody::form)
                .or(() -> byName(items.getSubmittedFileName()))
                .orElseThrow(BatchBody::unknownForm);
        return new BatchBody(form, bytes, items.getInputStream());
    }

    private static @Nullable Part part(HttpServletRequest request, String name) throws IOException {
        try {
            return request.getPart(name);
        } catch (ServletException notAForm) {
            return null;
        } catch (IllegalStateException limit) {
            throw Spool.tooLarge();
        }
    }

    private static Optional<MediaType> type(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(MediaType.parseMediaType(text));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BatchForm> form(MediaType type) {
        boolean readable = type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
        return Optional.ofNullable(
                readable
                        ? switch (type.getType() + '/' + type.getSubtype()) {
                            case "application/json" -> BatchForm.JSON;
                            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> BatchForm.NDJSON;
                            case "text/csv" -> BatchForm.CSV;
                            default -> null;
                        }
                        : null);
    }

    /** Programs that send files often call everything application/octet-stream. */
    private static Optional<BatchForm> byName(@Nullable String file) {
        String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "json" -> BatchForm.JSON;
                    case "ndjson", "jsonl" -> BatchForm.NDJSON;
                    case "csv" -> BatchForm.CSV;
                    default -> null;
                });
    }

    private static ProblemException unknownForm() {
        return new ProblemException(Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unknown form",
                "Send items as application/json, application/x-ndjson or text/csv in UTF-8, or as a form"
                        + " (multipart/form-data) with the parts head and items. Nothing was accepted."));
    }
}

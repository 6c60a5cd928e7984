package io.renderyard.models.wire;

import io.renderyard.models.Answer;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes bytes for a picture only if they begin like one. */
final class Pictures {
    static final int MOST_BYTES = 40 * 1024 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Pictures() {}

    static Answer.Done of(byte[] bytes, @Nullable String requestId) throws ModelFailure {
        if (bytes.length > MOST_BYTES) {
            throw new ModelFailure(Trouble.USELESS, "a picture of more than " + MOST_BYTES + " bytes");
        }
        return new Answer.Done(bytes, contentType(bytes), requestId);
    }

    /** @param base64 as {@link Json#encoded} finds it */
    static Answer.Done ofBase64(JsonNode base64, @Nullable String requestId) throws ModelFailure {
        return base64.isBinary() ? of(base64.binaryValue(), requestId) : ofBase64(base64.stringValue(), requestId);
    }

    /** Base64 with or without {@code data:…,} before it. */
    static Answer.Done ofBase64(String text, @Nullable String requestId) throws ModelFailure {
        String digits = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
        try {
            return of(decoded(digits), requestId);
        } catch (IllegalArgumentException e) {
            throw new ModelFailure(Trouble.USELESS, "a picture in broken Base64");
        }
    }

    /** The plain decoder is many times as fast, and nearly everybody writes what it reads. */
    private static byte[] decoded(String digits) {
        return digits.indexOf('\n') < 0
                ? Base64.getDecoder().decode(digits)
                : Base64.getMimeDecoder().decode(digits);
    }

    private static String contentType(byte[] bytes) throws ModelFailure {
        if (startsWith(bytes, 0, PNG)) {
            return "image/png";
        }
        if (startsWith(bytes, 0, JPEG)) {
            return "image/jpeg";
        }
        if (startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, 8, ascii("WEBP"))) {
            return "image/webp";
        }
        throw new ModelFailure(Trouble.USELESS, "no picture: " + bytes.length + " bytes that are no PNG, JPEG or WebP");
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        int to = from + start.length;
        return bytes.length >= to && Arrays.equals(bytes, from, to, start, 0, start.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package io.renderyard.models.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Gives texts of megabytes that are pictures in Base64 as the bytes of those pictures, decoded from where they stand: the
 * parser's own way needs fifteen times the memory, and hundreds of answers come at once.
 */
final class LongTexts extends JsonParserDelegate {
    private static final int LONG = 64 * 1024;

    private final byte[] json;
    private final int first;
    private final int end;
    private byte @Nullable [] decoded;

    /** @param parser of these bytes, all of them, which lie in an array */
    LongTexts(JsonParser parser, ByteBuffer json) {
        super(parser);
        this.json = json.array();
        this.first = json.arrayOffset() + json.position();
        this.end = json.arrayOffset() + json.limit();
    }

    @Override
    public @Nullable JsonToken nextToken() {
        decoded = super.nextToken() == JsonToken.VALUE_STRING ? decodedWhereLong() : null;
        return currentToken();
    }

    @Override
    public @Nullable String nextName() {
        decoded = null;
        return super.nextName();
    }

    @Override
    public @Nullable JsonToken currentToken() {
        return decoded == null ? super.currentToken() : JsonToken.VALUE_EMBEDDED_OBJECT;
    }

    @Override
    public int currentTokenId() {
        return decoded == null ? super.currentTokenId() : JsonToken.VALUE_EMBEDDED_OBJECT.id();
    }

    @Override
    public boolean hasToken(JsonToken token) {
        return token == currentToken();
    }

    @Override
    public boolean hasTokenId(int id) {
        return id == currentTokenId();
    }

    @Override
    public @Nullable Object getEmbeddedObject() {
        return decoded == null ? super.getEmbeddedObject() : decoded;
    }

    /** Null for a text that is short, or not plain Base64. */
    private byte @Nullable [] decodedWhereLong() {
        // After the opening quote.
        int from = first + Math.toIntExact(currentTokenLocation().getByteOffset()) + 1;
        int to = from;
        while (to < end && json[to] != '"') {
            to++;
        }
        if (to - from < LONG) {
            return null;
        }
        try {
            ByteBuffer bytes = Base64.getDecoder().decode(ByteBuffer.wrap(json, from, to - from));
            return bytes.remaining() == bytes.array().length
                    ? bytes.array()
                    : Arrays.copyOf(bytes.array(), bytes.remaining());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

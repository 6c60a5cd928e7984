package io.renderyard.models.wire;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Takes texts of megabytes, which are pictures in Base64, out of the bytes as they stand there: the parser's own way
 * needs ten times the memory, and hundreds of answers come at once.
 */
final class LongTexts extends JsonParserDelegate {
    private static final int LONG = 64 * 1024;

    private final byte[] json;

    /** @param parser of these bytes, all of them */
    LongTexts(JsonParser parser, byte[] json) {
        super(parser);
        this.json = json;
    }

    @Override
    public String getString() {
        if (currentToken() == JsonToken.VALUE_STRING) {
            // After the opening quote.
            int from = Math.toIntExact(currentTokenLocation().getByteOffset()) + 1;
            int to = endOfPlainText(from);
            if (to - from >= LONG) {
                return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
            }
        }
        return super.getString();
    }

    /** Where the closing quote is; {@code from} for a text with anything that would have to be decoded. */
    private int endOfPlainText(int from) {
        for (int at = from; at < json.length; at++) {
            byte here = json[at];
            if (here == '"') {
                return at;
            }
            if (here == '\\' || here < ' ') {
                return from;
            }
        }
        return from;
    }
}

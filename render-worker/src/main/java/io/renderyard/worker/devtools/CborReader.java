package io.renderyard.worker.devtools;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the part of CBOR (RFC 8949) that browsers speak: maps and arrays of indefinite length, each in an envelope (tag
 * 24) that says how long it is; text as UTF-8, or as a byte string of UTF-16LE; bytes under tag 22; numbers of 32 bits,
 * else doubles. That a plain byte string is text is why no library reads it. Every method throws {@link Malformed}, and
 * nothing is allocated that the message does not contain.
 */
final class CborReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The browser itself refuses deeper values. */
    private static final int DEEPEST = 1_000;

    private final byte[] bytes;
    private int at;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The message is not what browsers say. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String why) {
            super(why);
        }
    }

    /** The one value that there is. */
    JsonNode document() {
        JsonNode value = value();
        if (at != bytes.length) {
            throw new Malformed("more follows than was announced");
        }
        return value;
    }

    JsonNode value() {
        return value(0);
    }

    void enterMap() {
        if (peek() == Cbor.ENVELOPE) {
            envelope();
        }
        if (next() != Cbor.MAP) {
            throw new Malformed("not a map");
        }
    }

    /** True, and passed, when the end of the map or array is next. */
    boolean ends() {
        if (peek() != Cbor.END) {
            return false;
        }
        at++;
        return true;
    }

    /** Passes a value unread. */
    void skip() {
        if (peek() == Cbor.ENVELOPE) {
            at = envelope();
        } else {
            value();
        }
    }

    /** Of a key, or of a value that must be text. */
    String text() {
        return text(next());
    }

    private JsonNode value(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("too deep");
        }
        int first = next();
        return switch (first) {
            case Cbor.ENVELOPE -> enveloped(depth);
            case Cbor.MAP -> map(depth);
            case Cbor.ARRAY -> array(depth);
            case Cbor.BYTES -> binary();
            case Cbor.FALSE -> NODES.booleanNode(false);
            case Cbor.TRUE -> NODES.booleanNode(true);
            case Cbor.NULL -> NODES.nullNode();
            case Cbor.DOUBLE -> number(buffer(Double.BYTES).getDouble());
            default -> numberOrText(first);
        };
    }

    /** As the browser's JSON has it: whole numbers without a point, and no others than numbers. */
    private static JsonNode number(double number) {
        if ((int) number == number) {
            return NODES.numberNode((int) number);
        }
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
    }

    private JsonNode numberOrText(int first) {
        return switch (first & Cbor.KIND) {
            case Cbor.POSITIVE -> NODES.numberNode(length(first));
            case Cbor.NEGATIVE -> NODES.numberNode(-1 - length(first));
            default -> NODES.stringNode(text(first));
        };
    }

    private JsonNode enveloped(int depth) {
        at--;
        int end = envelope();
        JsonNode value = value(depth + 1);
        if (at != end) {
            throw new Malformed("an envelope says another length than its content has");
        }
        return value;
    }

    /** Passes the head of an envelope; returns where its content ends. */
    private int envelope() {
        ByteBuffer head = buffer(Cbor.ENVELOPE_HEAD);
        if (head.getShort() != Cbor.ENVELOPE_TAG || head.get() != Cbor.ENVELOPE_LENGTH) {
            throw new Malformed("not an envelope");
        }
        int length = head.getInt();
        if (length < 0 || length > bytes.length - at) {
            throw new Malformed("an envelope is longer than the message");
        }
        return at + length;
    }

    private ObjectNode map(int depth) {
        ObjectNode map = NODES.objectNode();
        while (!ends()) {
            map.set(text(), value(depth + 1));
        }
        return map;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        while (!ends()) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private JsonNode binary() {
        int first = next();
        if ((first & Cbor.KIND) != Cbor.BYTE_STRING) {
            throw new Malformed("tag 22 without bytes");
        }
        byte[] copy = new byte[held(length(first))];
        System.arraycopy(bytes, at, copy, 0, copy.length);
        at += copy.length;
        return NODES.binaryNode(copy);
    }

    private String text(int first) {
        return switch (first & Cbor.KIND) {
            case Cbor.TEXT -> text(first, StandardCharsets.UTF_8);
            case Cbor.BYTE_STRING -> text(first, StandardCharsets.UTF_16LE);
            default -> throw new Malformed("unknown byte " + first);
        };
    }

    private String text(int first, Charset charset) {
        int length = held(length(first));
        at += length;
        return new String(bytes, at - length, length, charset);
    }

    /** The length, or the number, that a first byte announces. */
    private int length(int first) {
        int said = first & Cbor.INFO;
        if (said < Cbor.ONE_BYTE) {
            return said;
        }
        int length = switch (said) {
            case Cbor.ONE_BYTE -> next();
            case Cbor.TWO_BYTES -> Short.toUnsignedInt(buffer(Short.BYTES).getShort());
            case Cbor.FOUR_BYTES -> buffer(Integer.BYTES).getInt();
            default -> throw new Malformed("unknown length " + said);
        };
        if (length < 0) {
            throw new Malformed("a number is larger than browsers have");
        }
        return length;
    }

    private int held(int length) {
        if (length > bytes.length - at) {
            throw new Malformed("the message ends too early");
        }
        return length;
    }

    private int peek() {
        held(1);
        return Byte.toUnsignedInt(bytes[at]);
    }

    private int next() {
        int next = peek();
        at++;
        return next;
    }

    private ByteBuffer buffer(int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at, held(length));
        at += length;
        return buffer;
    }
}

package io.renderyard.worker.devtools;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes commands the way {@link CborReader} reads messages. */
final class CborWriter {
    private static final int USUAL = 512;

    private final int longest;
    private byte[] bytes = new byte[USUAL];
    private int at;

    private CborWriter(int longest) {
        this.longest = longest;
    }

    /** More than fits. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** @param longest bytes */
    static ByteBuffer write(ObjectNode command, int longest) throws TooLong {
        CborWriter writer = new CborWriter(longest);
        writer.value(command);
        return ByteBuffer.wrap(writer.bytes, 0, writer.at);
    }

    private void value(JsonNode value) throws TooLong {
        switch (value.getNodeType()) {
            case OBJECT -> map(value);
            case ARRAY -> array(value);
            case STRING -> text(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> put(value.booleanValue() ? Cbor.TRUE : Cbor.FALSE);
            case NULL -> put(Cbor.NULL);
            case BINARY -> binary(value.binaryValue());
            case MISSING, POJO -> throw new IllegalArgumentException("Not data: " + value);
        }
    }

    private void map(JsonNode map) throws TooLong {
        int start = openEnvelope(Cbor.MAP);
        for (var property : map.properties()) {
            text(property.getKey());
            value(property.getValue());
        }
        closeEnvelope(start);
    }

    private void array(JsonNode array) throws TooLong {
        int start = openEnvelope(Cbor.ARRAY);
        for (JsonNode item : array) {
            value(item);
        }
        closeEnvelope(start);
    }

    /** The length is not known yet; returns where it goes. */
    private int openEnvelope(int content) throws TooLong {
        room(Cbor.ENVELOPE_HEAD);
        ByteBuffer.wrap(bytes, at, Cbor.ENVELOPE_HEAD)
                .putShort(Cbor.ENVELOPE_TAG)
                .put(Cbor.ENVELOPE_LENGTH);
        at += Cbor.ENVELOPE_HEAD;
        put(content);
        return at - 1;
    }

    private void closeEnvelope(int start) throws TooLong {
        put(Cbor.END);
        ByteBuffer.wrap(bytes).putInt(start - Integer.BYTES, at - start);
    }

    /** A number that fits 32 bits must be written as such, or commands that want one refuse it. */
    private void number(JsonNode number) throws TooLong {
        double exact = number.doubleValue();
        int whole = (int) exact;
        if (whole != exact) {
            put(Cbor.DOUBLE);
            room(Double.BYTES);
            ByteBuffer.wrap(bytes).putDouble(at, exact);
            at += Double.BYTES;
        } else if (whole >= 0) {
            head(Cbor.POSITIVE, whole);
        } else {
            head(Cbor.NEGATIVE, -1 - whole);
        }
    }

    private void text(String text) throws TooLong {
        room(text.length());
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        head(Cbor.TEXT, content.length);
        put(content);
    }

    private void binary(byte[] content) throws TooLong {
        put(Cbor.BYTES);
        head(Cbor.BYTE_STRING, content.length);
        put(content);
    }

    private void head(int kind, int length) throws TooLong {
        if (length < Cbor.ONE_BYTE) {
            put(kind | length);
        } else if (length <= 0xff) {
            put(kind | Cbor.ONE_BYTE);
            put(length);
        } else if (length <= 0xffff) {
            put(kind | Cbor.TWO_BYTES);
            put(length >> Byte.SIZE);
            put(length);
        } else {
            put(kind | Cbor.FOUR_BYTES);
            room(Integer.BYTES);
            ByteBuffer.wrap(bytes).putInt(at, length);
            at += Integer.BYTES;
        }
    }

    private void put(int one) throws TooLong {
        room(1);
        bytes[at++] = (byte) one;
    }

    private void put(byte[] content) throws TooLong {
        room(content.length);
        System.arraycopy(content, 0, bytes, at, content.length);
        at += content.length;
    }

    private void room(int length) throws TooLong {
        if (length > longest - at) {
            throw new TooLong();
        }
        if (length > bytes.length - at) {
            bytes = Arrays.copyOf(bytes, Math.clamp(Math.max(2L * bytes.length, at + length + USUAL), 0, longest));
        }
    }
}

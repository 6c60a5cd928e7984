package io.renderyard.worker.devtools;

import tools.jackson.databind.JsonNode;

/**
 * A message as the pipe brings it.
 *
 * @param id of the command it answers; 0 for an event
 * @param method of an event; empty for an answer
 * @param bytes without the envelope
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record CborMessage(int id, String method, byte[] bytes) implements Message {
    /** Looks as far as the key that says what it is, which is the first one. */
    static CborMessage of(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        reader.enterMap();
        while (!reader.ends()) {
            switch (reader.text()) {
                case "id" -> {
                    return new CborMessage(reader.value().asInt(0), "", bytes);
                }
                case "method" -> {
                    return new CborMessage(0, reader.text(), bytes);
                }
                default -> reader.skip();
            }
        }
        return new CborMessage(0, "", bytes);
    }

    @Override
    public Answer read() {
        JsonNode body = new CborReader(bytes).document();
        JsonNode result = body.path("result");
        JsonNode data = result.path(result.has("screenshotData") ? "screenshotData" : "data");
        return new Answer(body, data.isBinary() ? data.binaryValue() : null);
    }
}

package io.renderyard.bench.gallery;

import tools.jackson.databind.JsonNode;

/** What became of an example. */
sealed interface Outcome {
    /**
     * @param receipt how it came about; missing where the way of asking tells of none
     * @param bytes as they were read
     * @param type of these bytes
     */
    record Drawn(JsonNode receipt, byte[] bytes, String type) implements Outcome {
        boolean isDocument() {
            return type.equals("application/pdf");
        }
    }

    record Failed(String code, String message) implements Outcome {}

    /** What was asked for, or the way of reading it, was refused at the door. */
    record Refused(int status, String answer) implements Outcome {}
}

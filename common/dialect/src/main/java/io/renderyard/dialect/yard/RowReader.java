package io.renderyard.dialect.yard;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes an upload apart into rows. */
interface RowReader extends Closeable {
    /** Null at the end. */
    @Nullable
    Raw next() throws IOException;

    /** A row that nobody has looked at. */
    sealed interface Raw {
        record Tree(JsonNode item) implements Raw {}

        /** @param json of one item, if it is JSON at all */
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Text(byte[] json) implements Raw {}

        record Cells(Map<String, @Nullable Object> variables) implements Raw {}

        record Broken(String why) implements Raw {}
    }
}

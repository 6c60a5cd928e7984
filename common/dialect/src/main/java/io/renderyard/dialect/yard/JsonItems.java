package io.renderyard.dialect.yard;

import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of a JSON document, wherever in it they stand. What is larger than it may be is never taken into memory: a
 * first reading measures, a second one takes the head, a third one the items.
 */
final class JsonItems implements BatchUpload.RowSource {
    private static final String ITEMS = "items";
    /** Reads values out of the middle of a document. */
    private static final JsonMapper JSON = StrictJson.JSON
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Content content;
    private final boolean alone;
    private final BitSet tooLarge = new BitSet();
    private long itemBytes;
    private int count;

    private JsonItems(Content content, boolean alone) {
        this.content = content;
        this.alone = alone;
    }

    /**
     * Reads the document from end to end.
     *
     * @param alone true when it is a list of items, false when it is an object that has one
     */
    static JsonItems survey(Content content, boolean alone) throws IOException {
        JsonItems items = new JsonItems(content, alone);
        try (JsonParser json = items.parser()) {
            if (alone) {
                items.expect(json.nextToken() == JsonToken.START_ARRAY, "The items are no JSON list.");
                items.measure(json);
            } else {
                items.expect(json.nextToken() == JsonToken.START_OBJECT, "The body is no JSON object.");
                items.measureMembers(json);
            }
            items.expect(json.nextToken() == null, "Something follows after the end of the JSON.");
        } catch (StreamReadException e) {
            throw new RefusedUpload("The body is not JSON: " + StrictJson.why(e));
        }
        return items;
    }

    private void measureMembers(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean here = json.currentName().equals(ITEMS);
            JsonToken value = json.nextToken();
            if (here) {
                if (value != JsonToken.START_ARRAY) {
                    throw new RefusedUpload(ITEMS, "must be a list");
                }
                measure(json);
            } else {
                json.skipChildren();
            }
        }
        if (content.size() - itemBytes > BatchUpload.MAX_ITEM_BYTES) {
            throw new RefusedUpload("", "may have 10 MB beside its items");
        }
    }

    private void measure(JsonParser json) {
        long begin = json.currentTokenLocation().getByteOffset();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() != null, "The body is not JSON: it ends within the items.");
            long start = json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            if (json.currentLocation().getByteOffset() - start > BatchUpload.MAX_ITEM_BYTES) {
                tooLarge.set(count);
            }
            count++;
            if (count > BatchUpload.MAX_ROWS) {
                return;
            }
        }
        itemBytes = json.currentLocation().getByteOffset() - begin;
    }

    private void expect(boolean fine, String otherwise) {
        if (!fine && count <= BatchUpload.MAX_ROWS) {
            throw new RefusedUpload(otherwise);
        }
    }

    int count() {
        return count;
    }

    /** The document without its items. */
    ObjectNode head() throws IOException {
        ObjectNode head = JSON.createObjectNode();
        if (count > BatchUpload.MAX_ROWS) {
            return head;
        }
        try (JsonParser json = parser()) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(ITEMS)) {
                    json.skipChildren();
                } else {
                    head.set(name, JSON.readTree(json));
                }
            }
        } catch (StreamReadException e) {
            throw new RefusedUpload("The body is not JSON: " + StrictJson.why(e));
        }
        return head;
    }

    @Override
    public RowReader open() throws IOException {
        JsonParser json = parser();
        json.nextToken();
        while (!alone
                && json.nextToken() == JsonToken.PROPERTY_NAME
                && !json.currentName().equals(ITEMS)) {
            json.nextToken();
            json.skipChildren();
        }
        if (!alone) {
            json.nextToken();
        }
        return new Items(json);
    }

    private JsonParser parser() throws IOException {
        InputStream bytes = content.open();
        return JSON.createParser(bytes);
    }

    private final class Items implements RowReader {
        private final JsonParser json;
        private int row;

        Items(JsonParser json) {
            this.json = json;
        }

        @Override
        public @Nullable Raw next() {
            JsonToken token = json.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            boolean large = tooLarge.get(row);
            row++;
            if (large || token != JsonToken.START_OBJECT) {
                json.skipChildren();
                return new Raw.Broken(large ? "is larger than 10 MB" : "must be a JSON object");
            }
            return new Raw.Tree(JSON.readTree(json));
        }

        @Override
        public void close() {
            json.close();
        }
    }
}

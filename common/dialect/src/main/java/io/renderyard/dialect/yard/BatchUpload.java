package io.renderyard.dialect.yard;

import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.render.Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An upload whose head is fine and whose rows can be told from each other. Whether a row is an item shows when it is read. */
public final class BatchUpload {
    public static final int MAX_ROWS = 100_000;
    /** Of one item, and of the head. */
    static final int MAX_ITEM_BYTES = 10 * 1024 * 1024;

    private final BatchHeadCheck.Checked head;
    private final RowSource source;
    private final int rows;

    private BatchUpload(BatchHeadCheck.Checked head, RowSource source, int rows) {
        this.head = head;
        this.source = source;
        this.rows = rows;
    }

    /** Where the rows are. */
    interface RowSource {
        RowReader open() throws IOException;
    }

    /** To be closed by whoever opened it. */
    public interface Rows extends Iterator<Row>, Closeable {}

    /**
     * Reads an upload once or twice from end to end, without keeping it.
     *
     * @param content the upload; read again when its rows are
     * @param head JSON; null when it is in the upload itself
     */
    public static BatchReading read(BatchForm form, Content content, byte @Nullable [] head, SubmissionContext context)
            throws IOException {
        try {
            return new BatchReading.Understood(
                    switch (form) {
                        case JSON -> json(content, head, context);
                        case NDJSON -> lines(content, head, context);
                        case CSV -> csv(content, head, context);
                    });
        } catch (RefusedUpload refusal) {
            return refusal.reading();
        }
    }

    private static BatchUpload json(Content content, byte @Nullable [] head, SubmissionContext context)
            throws IOException {
        JsonItems items = JsonItems.survey(content, head != null);
        ObjectNode node = head == null ? items.head() : object(head);
        return new BatchUpload(new BatchHeadCheck().check(node, context), items, bounded(items.count()));
    }

    private static BatchUpload lines(Content content, byte @Nullable [] head, SubmissionContext context)
            throws IOException {
        RowSource items = () -> new LineItems(content, head == null);
        byte[] first = head == null ? LineItems.head(content) : head;
        var checked = new BatchHeadCheck().check(object(first), context);
        return new BatchUpload(checked, items, count(items));
    }

    private static BatchUpload csv(Content content, byte @Nullable [] head, SubmissionContext context)
            throws IOException {
        if (head == null) {
            throw new RefusedUpload(
                    "head", "is required with CSV: JSON in the query parameter head, or in a form's part of that name");
        }
        var checked = new BatchHeadCheck().check(object(head), context);
        RowSource items = () -> new CsvItems(content);
        return new BatchUpload(checked, items, count(items));
    }

    private static ObjectNode object(byte[] json) {
        return switch (StrictJson.read(() -> StrictJson.JSON.readValue(json, JsonNode.class))) {
            case StrictJson.Read.Value<JsonNode>(ObjectNode node) -> node;
            case StrictJson.Read.Value<JsonNode> ignored -> throw new RefusedUpload("head", "must be a JSON object");
            case StrictJson.Read.NotJson<JsonNode>(String why) ->
                throw new RefusedUpload("The head is not JSON: " + why);
            case StrictJson.Read.Wrong<JsonNode>(FieldError error) -> throw new RefusedUpload("head", error.message());
        };
    }

    private static int count(RowSource source) throws IOException {
        int count = 0;
        try (RowReader reader = source.open()) {
            while (reader.next() != null) {
                count++;
                bounded(count);
            }
        }
        return bounded(count);
    }

    private static int bounded(int count) {
        if (count == 0) {
            throw new RefusedUpload("items", "must not be empty");
        }
        if (count > MAX_ROWS) {
            throw new RefusedUpload("items", "must not have more than %,d elements".formatted(MAX_ROWS));
        }
        return count;
    }

    public BatchHead head() {
        return head.head();
    }

    /** At least 1. */
    public int size() {
        return rows;
    }

    /** From the first row on. */
    public Rows open() throws IOException {
        return new Checking(source.open());
    }

    private final class Checking implements Rows {
        private final RowReader reader;
        private int row;

        Checking(RowReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            return row < rows;
        }

        @Override
        public Row next() {
            try {
                RowReader.Raw raw = reader.next();
                if (raw == null) {
                    throw new NoSuchElementException("the upload was cut");
                }
                row++;
                return head.items().check(raw, row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

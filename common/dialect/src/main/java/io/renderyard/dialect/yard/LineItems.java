package io.renderyard.dialect.yard;

import io.renderyard.kernel.render.Content;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Items as one JSON object a line. Empty lines are passed over. */
final class LineItems implements RowReader {
    private static final int CHUNK = 64 * 1024;

    private final InputStream bytes;

    /** @param headed true when the first line is the head */
    LineItems(Content content, boolean headed) throws IOException {
        this.bytes = new BufferedInputStream(ByteOrderMark.skip(content.open()), CHUNK);
        if (headed) {
            line();
        }
    }

    /** The first line. */
    static byte[] head(Content content) throws IOException {
        try (LineItems items = new LineItems(content, false)) {
            return switch (items.next()) {
                case Raw.Text(byte[] json) -> json;
                case null ->
                    throw new RefusedUpload("The body is empty: its first line is the head, each further one an item.");
                default -> throw new RefusedUpload("", "may have 10 MB in its first line");
            };
        }
    }

    @Override
    public @Nullable Raw next() throws IOException {
        return line();
    }

    private @Nullable Raw line() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = bytes.read();
            if (next < 0) {
                return null;
            }
            boolean blank = true;
            boolean tooLarge = false;
            while (next >= 0 && next != '\n') {
                blank &= next == ' ' || next == '\t' || next == '\r';
                tooLarge |= line.size() >= BatchUpload.MAX_ITEM_BYTES;
                if (!tooLarge) {
                    line.write(next);
                }
                next = bytes.read();
            }
            if (tooLarge) {
                return new Raw.Broken("is larger than 10 MB");
            }
            if (!blank) {
                return new Raw.Text(line.toByteArray());
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

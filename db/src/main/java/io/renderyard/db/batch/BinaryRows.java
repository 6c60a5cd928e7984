package io.renderyard.db.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format: every field is its length and its bytes, so nothing in a text can be taken
 * for the end of it, and markup is not blown up by escapes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, file formats</a>
 */
final class BinaryRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short TRAILER = -1;
    private static final int NULL = -1;
    private static final int FIRST_CAPACITY = 256 * 1024;
    private static final byte JSONB_VERSION = 1;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String statement;
    private final int fields;
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY);

    /** @param columns of the table, in the order in which each row's fields are written */
    BinaryRows(String table, String... columns) {
        this.statement = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        this.fields = columns.length;
        clear();
    }

    private void clear() {
        buffer.clear();
        buffer.put(HEADER);
    }

    /** Bytes that wait to be sent. */
    int size() {
        return buffer.position();
    }

    BinaryRows row() {
        room(Short.BYTES).putShort((short) fields);
        return this;
    }

    BinaryRows uuid(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryRows text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(UTF_8));
    }

    BinaryRows json(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        room(Integer.BYTES + 1 + bytes.length)
                .putInt(1 + bytes.length)
                .put(JSONB_VERSION)
                .put(bytes);
        return this;
    }

    BinaryRows bytes(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    BinaryRows truth(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    BinaryRows number(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** An int2. */
    BinaryRows small(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    BinaryRows time(@Nullable Instant value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(EPOCH, value));
        return this;
    }

    private BinaryRows none() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(buffer.position());
        }
        return buffer;
    }

    /** Sends the rows within the connection's transaction, and begins anew. */
    void send(PGConnection connection) throws SQLException {
        room(Short.BYTES).putShort(TRAILER);
        CopyIn copy = connection.getCopyAPI().copyIn(statement);
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        clear();
    }
}

package io.renderyard.kernel.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read more than once. */
public sealed interface Content {
    /** In bytes. */
    long size() throws IOException;

    /** From the beginning; closed by the caller. */
    InputStream open() throws IOException;

    /** @param bytes not copied, so not to be changed */
    @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once and never compared
    record InMemory(byte[] bytes) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** @param file whose owner deletes it when nobody needs it any more */
    record OnDisk(Path file) implements Content {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}

package io.renderyard.kernel.artifact;

import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps result bytes. An implementation never shows a part of them: a key has all its bytes or none. */
public interface ArtifactStore {
    /** Stores all bytes under the key, durably; replaces what an earlier try of the same attempt left. */
    void store(ArtifactKey key, Content content) throws IOException;

    /** The bytes from {@code offset} on, to be closed by the caller; empty when there are none under this key. */
    Optional<InputStream> find(ArtifactKey key, long offset) throws IOException;

    /** Removes the bytes, if there are any, and what a died writer left of them. */
    void delete(ArtifactKey key) throws IOException;

    /**
     * All that lies in the store, in no order, read while the stream is: however much there is, little of it is in memory.
     * What is stored or deleted meanwhile may be missing. To be closed by the caller; fails with an {@link
     * java.io.UncheckedIOException}.
     */
    Stream<Stored> list();
}

package io.renderyard.kernel.artifact;

import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Keeps result bytes. An implementation never shows a part of them: a key has all its bytes or none. */
public interface ArtifactStore {
    /** Stores all bytes under the key, durably; replaces what an earlier try of the same attempt left. */
    void store(ArtifactKey key, Content content) throws IOException;

    /** The bytes from {@code offset} on, to be closed by the caller; empty when there are none under this key. */
    Optional<InputStream> find(ArtifactKey key, long offset) throws IOException;

    /** Removes the bytes, if there are any. */
    void delete(ArtifactKey key) throws IOException;
}

package io.renderyard.egress;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A neighbour's answer while it is still arriving. Must be closed, which also breaks off an unfinished body.
 *
 * @param headers end-to-end headers only, names in lower case
 * @param body gives bytes as they come; empty for answers without one
 */
public record Reply(int status, Map<String, List<String>> headers, InputStream body) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        body.close();
    }
}

package io.renderyard.db.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Settings for one small machine that mostly draws pictures. Given on the command line, they hold for old data too. */
final class ServerSettings {
    /** {@code sun_path} holds 107 bytes and a zero. */
    private static final int LONGEST_SOCKET = 107;

    private static final List<String> FIXED = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_permissions=0700",
            "max_connections=100",
            "shared_buffers=64MB",
            "effective_cache_size=512MB",
            "huge_pages=off",
            // The cores belong to the browsers.
            "max_parallel_workers_per_gather=0",
            "jit=off",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_wal_size=512MB",
            "random_page_cost=1.1",
            "autovacuum_naptime=15s",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_destination=stderr",
            "logging_collector=off",
            "log_line_prefix=%m [%p] ",
            "log_checkpoints=off");

    private ServerSettings() {}

    /** As arguments of {@code postgres}. */
    static List<String> arguments(int port, Path socketFolder) {
        List<String> arguments = new ArrayList<>();
        FIXED.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        arguments.addAll(List.of("-c", "port=" + port));
        arguments.addAll(List.of("-c", "unix_socket_directories=" + socketFolder(socketFolder)));
        return arguments;
    }

    /** The folder, or nothing (no socket at all: we speak TCP) where its path is too long or would be misread. */
    private static String socketFolder(Path folder) {
        String path = folder.toString();
        int length = (path + "/.s.PGSQL.65535.lock").getBytes(StandardCharsets.UTF_8).length;
        return length > LONGEST_SOCKET || path.contains(",") || path.contains("\"") ? "" : "\"" + path + "\"";
    }
}

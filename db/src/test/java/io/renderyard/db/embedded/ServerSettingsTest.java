package io.renderyard.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    @Test
    void theSocketLiesInTheGivenFolder() {
        assertThat(ServerSettings.arguments(15_432, Path.of("/data, here? no")))
                .contains("port=15432", "unix_socket_directories=");
        assertThat(ServerSettings.arguments(15_432, Path.of("/data/my server")))
                .contains("unix_socket_directories=\"/data/my server\"");
    }

    @Test
    void aPathTooLongForASocketMeansNoSocket() {
        Path deep = Path.of("/" + "x".repeat(90));
        assertThat(ServerSettings.arguments(15_432, deep)).contains("unix_socket_directories=");
    }
}

package io.renderyard.process.artifact;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code renderyard.storage}.
 *
 * @param folder where artifacts are kept; all gateways and workers must see the same one
 */
@ConfigurationProperties(prefix = "renderyard.storage", ignoreUnknownFields = false)
record StorageSettings(Path folder) {
    @SuppressWarnings({"ConstantValue", "NullAway"}) // unset settings arrive as null
    StorageSettings {
        if (folder == null) {
            throw new IllegalArgumentException("renderyard.storage.folder is not set: name the folder for artifacts");
        }
    }
}

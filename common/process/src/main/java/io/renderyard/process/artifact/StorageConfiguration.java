package io.renderyard.process.artifact;

import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.storage.FilesystemArtifactStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    /** Lazy: the dispatcher never touches artifacts and need not know where they are. */
    @Bean
    @Lazy
    ArtifactStore artifactStore(StorageSettings settings) {
        return new FilesystemArtifactStore(settings.folder());
    }
}

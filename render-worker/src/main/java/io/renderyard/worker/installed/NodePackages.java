package io.renderyard.worker.installed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Packages of the Node registry as {@code npm} lays them out; only their files are read, none of their code runs here.
 *
 * @param folder a {@code node_modules}; it need not exist
 */
public record NodePackages(Path folder) {
    public NodePackages {
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A file or folder of a package.
     *
     * @param purpose what the render wanted, as the start of a sentence
     * @throws NotInstalledException when it is not there
     */
    public Path find(String name, String path, String purpose) {
        Path found = folder.resolve(name).resolve(path);
        if (!Files.exists(found)) {
            throw new NotInstalledException(
                    purpose,
                    "\"" + path + "\" of the npm package " + name + " in " + folder,
                    "\"./yard up\" installs it where npm is present; ./yard doctor says what is missing.");
        }
        return found;
    }

    /**
     * The text of a package's file.
     *
     * @throws NotInstalledException when it is not there
     */
    public String read(String name, String path, String purpose) {
        Path file = find(name, path, purpose);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

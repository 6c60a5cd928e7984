package io.renderyard.worker.emoji;

import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.installed.NotInstalledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Twemoji's drawings. Safe for several threads; each is read once. */
public final class EmojiPictures {
    static final String PURPOSE = "Drawing emoji as pictures";

    private static final String PACKAGE = "@twemoji/svg";
    private static final String VARIATION = "fe0f";

    private final NodePackages packages;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    public EmojiPictures(NodePackages packages) {
        this.packages = packages;
    }

    /**
     * The drawing as a {@code data:} address; empty when there is none, and the font's glyph should stay.
     *
     * @param sequence code points in hexadecimal, joined with hyphens: {@code 1f468-200d-1f4bb}
     * @throws NotInstalledException when this machine has no drawings at all
     */
    public Optional<String> dataUri(String sequence) {
        Path folder = packages.find(PACKAGE, ".", PURPOSE);
        return sequence.matches("[0-9a-f]{2,6}(-[0-9a-f]{2,6}){0,20}")
                ? known.computeIfAbsent(sequence, each -> load(folder, each))
                : Optional.empty();
    }

    /** Names leave the variation selector out, mostly where nothing is joined, yet not always. */
    private static Optional<String> load(Path folder, String sequence) {
        return Stream.of(sequence, bare(sequence), sequence + "-" + VARIATION)
                .map(name -> folder.resolve(name + ".svg"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(EmojiPictures::encode);
    }

    private static String bare(String sequence) {
        return Arrays.stream(sequence.split("-"))
                .filter(point -> !point.equals(VARIATION))
                .collect(Collectors.joining("-"));
    }

    private static String encode(Path file) {
        try {
            return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

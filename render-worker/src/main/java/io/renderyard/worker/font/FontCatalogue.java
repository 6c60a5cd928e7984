package io.renderyard.worker.font;

import io.renderyard.worker.installed.NotInstalledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fonts that pages can use without loading them, as they were when this was read.
 *
 * @param faces in a fixed order
 */
public record FontCatalogue(List<FontFace> faces) {
    public FontCatalogue {
        faces = faces.stream()
                .sorted(Comparator.comparing(FontFace::file).thenComparing(FontFace::style))
                .toList();
    }

    /**
     * Asks fontconfig, as the browser does.
     *
     * @throws NotInstalledException when this machine has no {@code fc-list}
     */
    public static FontCatalogue ofThisMachine() {
        try {
            Process process = new ProcessBuilder("fc-list", "--format", FontFace.FORMAT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NotInstalledException(
                    "Listing fonts", "fc-list of the Debian package fontconfig", "Install it, \"./yard up\" does so.");
        }
    }

    /** @param lines of {@link FontFace#FORMAT} */
    static FontCatalogue of(String lines) {
        return new FontCatalogue(
                lines.lines().flatMap(line -> FontFace.of(line).stream()).toList());
    }

    /** Every family by each of its names. */
    public Set<String> families() {
        return faces.stream().flatMap(face -> face.families().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a page that names this family gets it; upper and lower case are the same, as in CSS. */
    public boolean has(String family) {
        String wanted = family.strip().toLowerCase(Locale.ROOT);
        return faces.stream()
                .flatMap(face -> face.families().stream())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** SHA-256 over the names and versions of all fonts, in hexadecimal: the same text on two machines looks the same. */
    public String digest() {
        String all = faces.stream()
                .map(face -> face.file() + " " + face.version() + " " + face.style() + "\n")
                .collect(Collectors.joining());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

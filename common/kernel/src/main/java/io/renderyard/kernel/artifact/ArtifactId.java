package io.renderyard.kernel.artifact;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** An artifact's public name: 26 letters and digits with 134 random bits, so whoever has it was given it. */
public record ArtifactId(String value) {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{" + LENGTH + "}");

    /** A new id from a source of randomness that cannot be guessed. */
    public static ArtifactId random(RandomGenerator secureRandom) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(secureRandom.nextInt(ALPHABET.length())));
        }
        return new ArtifactId(id.toString());
    }

    /** Empty when the text cannot be an id. */
    public static Optional<ArtifactId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ArtifactId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

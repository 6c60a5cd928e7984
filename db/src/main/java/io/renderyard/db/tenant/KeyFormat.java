package io.renderyard.db.tenant;

import io.renderyard.kernel.tenant.Secret;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How keys look: a readable prefix, 12 characters that find the row, 36 that prove it (214 bits). The second
 * and third form are for clients of a vendor-compatible face that expect its prefix; the third is for trying out.
 */
enum KeyFormat {
    YARD("ry"),
    PICTAI("pictai"),
    PICTAI_TEST("pictai_test");

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LOOKUP_LENGTH = 12;
    private static final int PROOF_LENGTH = 36;
    private static final Pattern FORM = Pattern.compile(
            "((?:ry|pictai|pictai_test)_[0-9A-Za-z]{%d})[0-9A-Za-z]{%d}".formatted(LOOKUP_LENGTH, PROOF_LENGTH));

    private final String prefix;

    KeyFormat(String prefix) {
        this.prefix = prefix;
    }

    Secret generate(RandomGenerator secureRandom) {
        StringBuilder key = new StringBuilder(prefix).append('_');
        for (int i = 0; i < LOOKUP_LENGTH + PROOF_LENGTH; i++) {
            key.append(ALPHABET.charAt(secureRandom.nextInt(ALPHABET.length())));
        }
        return new Secret(key.toString());
    }

    /** The part that finds the row; empty when the text is no key at all. */
    static Optional<String> lookup(Secret key) {
        Matcher form = FORM.matcher(key.reveal());
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** Whether a key is for trying out, by the part of it that finds its row. No other form has a second underscore. */
    static boolean isTrial(String lookup) {
        return lookup.startsWith(PICTAI_TEST.prefix + '_');
    }
}

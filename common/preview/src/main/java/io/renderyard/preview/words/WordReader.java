package io.renderyard.preview.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a prompt: the longest phrase that means something wins, a count and a colour go to the thing they stand before. */
public final class WordReader {
    private static final Pattern TOKEN = Pattern.compile("[a-z]+|[0-9]{1,9}|[.,;:!?()\\n]");
    private static final int MOST_TOKENS = 1_200;

    private WordReader() {}

    /** @param negative words for what must not be drawn */
    public static Reading read(String words, @Nullable String negative) {
        Notes notes = notes(words);
        if (negative != null) {
            Notes unwanted = notes(negative);
            notes.unwanted.addAll(unwanted.things.keySet());
            notes.unwantedWeather.addAll(unwanted.weather);
            notes.scenes.removeAll(unwanted.scenes);
            notes.stars &= !unwanted.stars;
        }
        return Settled.from(notes);
    }

    private static Notes notes(String words) {
        List<String> tokens = tokens(words);
        Notes notes = new Notes();
        int at = 0;
        while (at < tokens.size()) {
            at += take(tokens, at, notes);
        }
        return notes;
    }

    /** Hyphens join as spaces do; apostrophes end a word. */
    private static List<String> tokens(String words) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(words.toLowerCase(Locale.ROOT));
        while (tokens.size() < MOST_TOKENS && token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    /** How many tokens were understood together. */
    private static int take(List<String> tokens, int at, Notes notes) {
        String first = tokens.get(at);
        if (!Character.isLetterOrDigit(first.charAt(0))) {
            notes.pause();
            return 1;
        }
        if (Character.isDigit(first.charAt(0))) {
            notes.heard(new Meaning.Count(Integer.parseInt(first)), false);
            return 1;
        }
        for (int length = Math.min(Vocabulary.LONGEST, tokens.size() - at); length > 0; length--) {
            List<String> phrase = tokens.subList(at, at + length);
            String last = phrase.getLast();
            String start = String.join(" ", phrase.subList(0, length - 1));
            String prefix = start.isEmpty() ? "" : start + " ";
            Meaning as = Vocabulary.of(prefix + last);
            String singular = Singular.of(last);
            if (as != null) {
                notes.heard(as, !singular.equals(last));
                return length;
            }
            Meaning one = Vocabulary.of(prefix + singular);
            if (one != null) {
                notes.heard(one, true);
                return length;
            }
        }
        notes.unknown(first);
        return 1;
    }
}

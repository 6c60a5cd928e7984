package io.renderyard.handlebars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a tag, taken apart. */
record Words(List<Word> list) {
    private static final int MOST_PARTS = 20;

    private static final String NAME = "(?:[\\p{L}_$][\\p{L}\\p{N}_$-]*+|\\[[^\\[\\]\\n\"']++\\])";

    private static final String PATH =
            "@?(?:\\.\\.?/)*+" + NAME + "(?:[./](?:" + NAME + "|\\p{Nd}++))*+|(?:\\.\\./)*+\\.\\.?";

    private static final Pattern WORD = Pattern.compile("\\s*+(?:(?<path>" + PATH + ")(?![^\\s()=|])"
            + "|(?<number>-?\\d{1,9})(?![^\\s()])"
            + "|(?<text>\"[^\"\\\\\\n]*+\"|'[^'\\\\\\n]*+')(?![^\\s()])"
            + "|(?<sign>[()=|]))\\s*+");

    private static final Pattern JOINT = Pattern.compile("[./-]");

    private static final Pattern PART = Pattern.compile("\\[[^\\]]++\\]|[\\p{L}\\p{N}_$-]++");
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}++");

    /** What a word is. */
    enum Sort {
        PATH,
        NUMBER,
        TEXT,
        SIGN
    }

    record Word(Sort sort, String text) {
        boolean is(String sign) {
            return sort != Sort.TEXT && text.equals(sign);
        }

        private String written(Scope scope) {
            return sort == Sort.PATH ? Words.written(scope.written(text)) : text;
        }
    }

    Words {
        list = List.copyOf(list);
    }

    static Words of(Tags tags) throws InvalidTemplateException {
        String inside = tags.inside();
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(inside);
        int at = 0;
        if (inside.isBlank()) {
            return new Words(words);
        }
        while (at < inside.length()) {
            if (!word.region(at, inside.length()).lookingAt()) {
                throw tags.refusal("“%s” is no name, path, number or quoted text."
                        .formatted(inside.substring(at).strip()));
            }
            words.add(word(word));
            at = word.end();
        }
        for (Word each : words) {
            if (each.sort() == Sort.PATH && JOINT.splitAsStream(each.text()).count() > MOST_PARTS) {
                throw tags.refusal("a path has more than %d parts.".formatted(MOST_PARTS));
            }
        }
        return new Words(words);
    }

    private static Word word(Matcher word) {
        for (Sort sort : Sort.values()) {
            String text = word.group(sort.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return new Word(sort, text);
            }
        }
        throw new IllegalStateException("a word of no sort");
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    boolean startsWith(String word) {
        return !list.isEmpty() && list.getFirst().is(word);
    }

    boolean isOne(String word) {
        return list.size() == 1 && startsWith(word);
    }

    /** As it stands in a tag for the library. */
    String written(Scope scope) {
        return list.stream()
                .map(word -> word.written(scope))
                .collect(Collectors.joining(" "))
                .replace(" = ", "=");
    }

    /** The library knows few letters outside of brackets. */
    private static String written(String path) {
        return PLAIN.matcher(path).matches()
                ? path
                : PART.matcher(path).replaceAll(part -> Matcher.quoteReplacement(bracketed(part.group())));
    }

    private static String bracketed(String part) {
        return part.startsWith("[") || PLAIN.matcher(part).matches() ? part : "[" + part + "]";
    }

    Words first(int count) {
        return new Words(list.subList(0, count));
    }

    /** All but the first. */
    Words rest() {
        return new Words(list.subList(1, list.size()));
    }
}

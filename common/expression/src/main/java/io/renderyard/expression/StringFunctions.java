package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions that make texts of texts. What is no text is written as one first, and nothing is empty. */
final class StringFunctions {
    /** What an element of a list takes besides its characters, in characters. */
    private static final int A_VALUE = 32;

    static final List<Function> ALL = List.of(
            of("uppercase", "In capital letters.")
                    .takes("text", "string")
                    .returns("string", "uppercase('Jane')", "JANE", StringFunctions::uppercase),
            of("lowercase", "In small letters.")
                    .takes("text", "string")
                    .returns("string", "lowercase('Jane')", "jane", StringFunctions::lowercase),
            of("capitalize", "The first letter large, all others small.")
                    .takes("text", "string")
                    .returns("string", "capitalize('hELLO')", "Hello", given -> capitalized(remade(given))),
            of("titleCase", "The first letter of each word large, all others small.")
                    .takes("text", "string")
                    .returns("string", "titleCase('ada lovelace')", "Ada Lovelace", given -> titled(remade(given))),
            of("trim", "Without spaces at both ends.")
                    .takes("text", "string")
                    .returns(
                            "string",
                            "trim('  hi  ')",
                            "hi",
                            given -> remade(given).strip()),
            of("truncate", "Cut after so many characters, with a suffix where something was cut.")
                    .takes("text", "string")
                    .takes("length", "number")
                    .mayTake("suffix", "string", "'…'")
                    .returns("string", "truncate('A long title', 6, '...')", "A long...", StringFunctions::truncate),
            of("replace", "With another text in all places of one.")
                    .takes("text", "string")
                    .takes("search", "string")
                    .takes("replacement", "string")
                    .returns("string", "replace('a-b-c', '-', ' ')", "a b c", StringFunctions::replace),
            of("split", "The parts between the places of a delimiter.")
                    .takes("text", "string")
                    .mayTake("delimiter", "string", "','")
                    .returns("array", "split('a,b,c', ',')", "a,b,c", StringFunctions::split),
            of("padStart", "Filled up to a length at its beginning.")
                    .takes("text", "string")
                    .takes("length", "number")
                    .mayTake("filler", "string", "' '")
                    .returns("string", "padStart(7, 5, '0')", "00007", StringFunctions::padStart),
            of("padEnd", "Filled up to a length at its end.")
                    .takes("text", "string")
                    .takes("length", "number")
                    .mayTake("filler", "string", "' '")
                    .returns("string", "padEnd('AB', 5, '-')", "AB---", StringFunctions::padEnd),
            of("startsWith", "Whether it begins so.")
                    .takes("text", "string")
                    .takes("beginning", "string")
                    .returns(
                            "boolean",
                            "startsWith('card', 'ca')",
                            "true",
                            given -> given.text(0).startsWith(given.text(1))),
            of("endsWith", "Whether it ends so.")
                    .takes("text", "string")
                    .takes("end", "string")
                    .returns(
                            "boolean",
                            "endsWith('card', 'rd')",
                            "true",
                            given -> given.text(0).endsWith(given.text(1))));

    private StringFunctions() {}

    private static Function.Builder of(String name, String description) {
        return new Function.Builder(Category.STRING, name, description);
    }

    private static String uppercase(Arguments given) throws EvaluationException {
        return remade(given).toUpperCase(Locale.ROOT);
    }

    private static String lowercase(Arguments given) throws EvaluationException {
        return remade(given).toLowerCase(Locale.ROOT);
    }

    /** To make another text of about the same length of it. */
    private static String remade(Arguments given) throws EvaluationException {
        String text = given.text(0);
        given.budget().make(text.length());
        return text;
    }

    private static String capitalized(String text) {
        return text.isEmpty()
                ? text
                : initial(text, 0) + text.substring(afterInitial(text, 0)).toLowerCase(Locale.ROOT);
    }

    /** One letter may become two. */
    private static String initial(String text, int at) {
        return text.substring(at, afterInitial(text, at)).toUpperCase(Locale.ROOT);
    }

    private static int afterInitial(String text, int at) {
        return text.offsetByCodePoints(at, 1);
    }

    private static String titled(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        StringBuilder titled = new StringBuilder(small.length());
        int at = 0;
        while (at < small.length()) {
            boolean begins = at == 0 || Character.isWhitespace(small.charAt(at - 1));
            char c = small.charAt(at);
            if (begins && c >= 128) {
                titled.append(initial(small, at));
                at = afterInitial(small, at);
            } else {
                titled.append(begins ? Character.toUpperCase(c) : c);
                at++;
            }
        }
        return titled.toString();
    }

    private static String truncate(Arguments given) throws EvaluationException {
        String text = given.text(0);
        int length = given.whole(1, text.length());
        if (text.length() <= length) {
            return text;
        }
        int end = Math.max(0, length);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String suffix = given.text(2, "…");
        given.budget().make((long) end + suffix.length());
        return text.substring(0, end) + suffix;
    }

    private static String replace(Arguments given) throws EvaluationException {
        String text = given.text(0);
        String search = given.text(1);
        String replacement = given.text(2);
        int at = search.isEmpty() ? -1 : given.calculator().search(text, search, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int begin = 0;
        for (; at >= 0; at = given.calculator().search(text, search, begin)) {
            given.budget().make((long) at - begin + replacement.length());
            replaced.append(text, begin, at).append(replacement);
            begin = at + search.length();
        }
        given.budget().make(text.length() - begin);
        return replaced.append(text, begin, text.length()).toString();
    }

    private static List<String> split(Arguments given) throws EvaluationException {
        String text = given.text(0);
        String delimiter = given.text(1, ",");
        given.budget().make(text.length());
        if (delimiter.isEmpty()) {
            given.budget().make((long) A_VALUE * text.length());
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int at = given.calculator().search(text, delimiter, 0);
                at >= 0;
                at = given.calculator().search(text, delimiter, begin)) {
            given.budget().make(A_VALUE);
            parts.add(text.substring(begin, at));
            begin = at + delimiter.length();
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static String padStart(Arguments given) throws EvaluationException {
        String text = given.text(0);
        return padding(text, given) + text;
    }

    private static String padEnd(Arguments given) throws EvaluationException {
        String text = given.text(0);
        return text + padding(text, given);
    }

    private static String padding(String text, Arguments given) throws EvaluationException {
        long missing = (long) given.whole(1, 0) - text.length();
        String filler = given.text(2, " ");
        if (missing <= 0 || filler.isEmpty()) {
            return "";
        }
        given.budget().make(text.length() + missing);
        return filler.repeat(Math.ceilDiv((int) missing, filler.length())).substring(0, (int) missing);
    }
}

package io.renderyard.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what stands between braces, and says what it means. */
final class TagReader {
    private static final int LONGEST = 2_000;
    static final int MOST = 10_000;

    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}_$.-])";
    private static final Pattern OPENING = Pattern.compile("\\s*+#\\s*+(if|unless|each|with)" + WORD_ENDS);
    private static final Pattern BARE_IF = Pattern.compile("\\s*+if" + WORD_ENDS + "\\s*+(?=\\S)");
    private static final Pattern ELSE = Pattern.compile("\\s*+(?:else|\\^)\\s*+");
    private static final Pattern ELSE_IF = Pattern.compile("\\s*+else\\s*+if" + WORD_ENDS);
    private static final Pattern CLOSING =
            Pattern.compile("\\s*+(?:/\\s*+(if|unless|each|with)|end(if|unless|each|with))\\s*+");
    private static final Pattern ALIASES =
            Pattern.compile("\\sas\\s++\\|\\s*+([\\w$]++)(?:(?:\\s*+,\\s*+|\\s++)([\\w$]++))?+\\s*+\\|\\s*+$");

    private final String text;
    private final boolean isLenient;
    private final int lastComment;
    private final int lastClose;
    private final ParsingBudget budget = new ParsingBudget();
    private int count;

    TagReader(String text, boolean isLenient) {
        this.text = text;
        this.isLenient = isLenient;
        this.lastComment = text.lastIndexOf("--}}");
        this.lastClose = text.lastIndexOf("}}");
    }

    List<Tag> all() throws SyntaxException {
        List<Tag> tags = new ArrayList<>();
        int open = open(0);
        while (open >= 0) {
            Tag tag = at(open);
            if (tag != null) {
                tags.add(tag);
            }
            open = open(tag == null ? open + 2 : tag.end());
        }
        return tags;
    }

    /** Null for what is no condition, where that is text. */
    @Nullable
    Node condition(Element element) throws SyntaxException {
        mustBeFew(element.condition());
        String said = text.substring(element.condition(), element.conditionEnd());
        try {
            return Expression.read(said.indexOf('&') < 0 ? said : References.read(said), budget);
        } catch (SyntaxException e) {
            budget.mustLast(e);
            if (isLenient) {
                return null;
            }
            throw new SyntaxException(e.code(), String.valueOf(e.getMessage()), text, element.condition(), e.hint());
        }
    }

    private void mustBeFew(int offset) throws SyntaxException {
        if (++count > MOST) {
            throw new SyntaxException(
                    SyntaxException.Code.TOO_LARGE, "there are more than %,d places".formatted(MOST), text, offset, "");
        }
    }

    /** Of more braces than three in a row the last three count. */
    private int open(int from) {
        int open = text.indexOf("{{", from);
        while (open >= 0 && text.startsWith("{{{{", open)) {
            open++;
        }
        return open > lastClose ? -1 : open;
    }

    /** Null for what is text. */
    private @Nullable Tag at(int open) throws SyntaxException {
        mustBeFew(open);
        if (text.startsWith("{{!--", open) && open < lastComment) {
            int close = text.indexOf("--}}", open);
            return new Tag(open, close + 4, "", new Tag.Comment());
        }
        SyntaxException first = null;
        for (Reading reading : readings(open)) {
            try {
                return new Tag(reading.start, reading.end, reading.words(text), meaning(reading));
            } catch (SyntaxException e) {
                budget.mustLast(e);
                first = first == null ? e : first;
            }
        }
        if (first != null && !isLenient) {
            throw first;
        }
        return null;
    }

    /** One of the ways in which braces may be meant to belong together. */
    private record Reading(int start, int from, int to, int end, boolean isRaw) {
        String words(String text) {
            return text.substring(from, to).strip();
        }
    }

    /**
     * Three braces, or else two; up to the first closing ones that stand in no quotes, or else, since an apostrophe is
     * no quote to everybody, to the first ones at all.
     */
    private List<Reading> readings(int open) throws SyntaxException {
        List<Reading> readings = new ArrayList<>();
        boolean isRaw = text.startsWith("{{{", open);
        if (isRaw) {
            add(open, "}}}", readings);
        }
        add(isRaw ? open + 1 : open, "}}", readings);
        if (readings.isEmpty() && !isLenient && text.indexOf("}}", open) >= 0) {
            throw tooLong(text, open);
        }
        return readings;
    }

    private void add(int open, String braces, List<Reading> readings) {
        int from = open + braces.length();
        int outermost = Math.min(text.length() - braces.length(), from + LONGEST);
        int first = -1;
        char quote = 0;
        for (int at = from; at <= outermost; at++) {
            char c = text.charAt(at);
            if (c == '}' && text.startsWith(braces, at)) {
                first = first < 0 ? at : first;
                if (quote == 0) {
                    readings.add(new Reading(open, from, at, at + braces.length(), braces.length() == 3));
                    break;
                }
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
                at += c == '\\' ? 1 : 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        if (first >= 0 && (readings.isEmpty() || readings.getLast().to != first)) {
            readings.add(new Reading(open, from, first, first + braces.length(), braces.length() == 3));
        }
    }

    private Tag.Meaning meaning(Reading reading) throws SyntaxException {
        return reading.isRaw ? new Tag.Value(value(reading), true) : structure(reading);
    }

    /** By the first character, since nearly all tags are places, for which no pattern has to be tried. */
    private Tag.Meaning structure(Reading reading) throws SyntaxException {
        int first = reading.from;
        while (first < reading.to && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return switch (first < reading.to ? text.charAt(first) : ' ') {
            case '#' -> opening(reading);
            case '/', 'e', '^' -> division(reading);
            case 'i' -> bareIf(reading);
            default -> place(reading);
        };
    }

    private Tag.Meaning opening(Reading reading) throws SyntaxException {
        Matcher opening = matcher(OPENING, reading);
        if (!opening.lookingAt()) {
            return place(reading);
        }
        Matcher aliases = ALIASES.matcher(text).region(opening.end(), reading.to);
        boolean isNamed = aliases.find();
        Node subject = expression(opening.end(), isNamed ? aliases.start() : reading.to);
        return new Tag.Opening(
                opening.group(1),
                false,
                subject,
                isNamed ? new Block.Aliases(aliases.group(1), aliases.group(2)) : Block.Aliases.NONE);
    }

    private Tag.Meaning division(Reading reading) throws SyntaxException {
        if (matcher(ELSE, reading).matches()) {
            return new Tag.Else();
        }
        Matcher elseIf = matcher(ELSE_IF, reading);
        if (elseIf.lookingAt()) {
            return new Tag.ElseIf(expression(elseIf.end(), reading.to));
        }
        Matcher closing = matcher(CLOSING, reading);
        return closing.matches()
                ? new Tag.Closing(closing.group(1) == null ? closing.group(2) : closing.group(1))
                : place(reading);
    }

    /** With two or three values between parentheses it is the function. */
    private Tag.Meaning bareIf(Reading reading) throws SyntaxException {
        Matcher bareIf = matcher(BARE_IF, reading);
        if (!bareIf.lookingAt()) {
            return place(reading);
        }
        int subject = bareIf.end();
        if (text.charAt(subject) == '(') {
            try {
                return new Tag.Value(value(reading), false);
            } catch (SyntaxException e) {
                budget.mustLast(e);
            }
        }
        return new Tag.Opening("if", true, expression(subject, reading.to), Block.Aliases.NONE);
    }

    private Matcher matcher(Pattern pattern, Reading reading) {
        return pattern.matcher(text).region(reading.from, reading.to);
    }

    private Tag.Meaning place(Reading reading) throws SyntaxException {
        try {
            return new Tag.Value(value(reading), false);
        } catch (SyntaxException e) {
            budget.mustLast(e);
            boolean mayBeComment =
                    e.code() != SyntaxException.Code.TOO_LARGE && text.indexOf("}}", reading.from) >= reading.to;
            if (mayBeComment && reading.words(text).startsWith("!")) {
                return new Tag.Comment();
            }
            throw e;
        }
    }

    private Node value(Reading reading) throws SyntaxException {
        return expression(reading.from, reading.to);
    }

    private Node expression(int from, int to) throws SyntaxException {
        return expression(text, from, to, budget);
    }

    static Node expression(String text, int from, int to, ParsingBudget budget) throws SyntaxException {
        if (to - from > LONGEST) {
            throw tooLong(text, from);
        }
        return Parser.read(text, from, to, budget);
    }

    private static SyntaxException tooLong(String text, int offset) {
        return new SyntaxException(
                SyntaxException.Code.TOO_LARGE,
                "an expression is longer than %,d characters".formatted(LONGEST),
                text,
                offset,
                "");
    }
}

package io.renderyard.handlebars;

/**
 * Goes from tag to tag of a template, and writes the template anew for the library: without its comments, which the
 * library would visit in every turn of a loop, and with each tag as this reader has understood it.
 */
final class Tags {
    private static final int LONGEST = 1_000;

    /** What a tag is for; {@code TEXT} is for nothing: a comment, or a tag behind a backslash. */
    enum Kind {
        TEXT,
        VALUE,
        BLOCK,
        INVERSE,
        END
    }

    private final String text;
    private final Rewritten rewritten;
    private int start;
    private int after;
    private Kind kind = Kind.TEXT;
    private String sign = "";
    private String inside = "";
    private boolean tightBefore;
    private boolean tightAfter;

    Tags(String text) {
        this.text = text;
        this.rewritten = new Rewritten(text);
    }

    /** Goes to the next tag; false when there is none. */
    boolean next() throws InvalidTemplateException {
        int from = after;
        start = text.indexOf("{{", from);
        if (start < 0) {
            rewritten.text(from, text.length());
            return false;
        }
        rewritten.text(from, start);
        if (start > 0 && text.charAt(start - 1) == '\\') {
            kind = Kind.TEXT;
            after = end(start + 2, "}}") + 2;
            rewritten.text(start, after);
            return true;
        }
        tightBefore = text.startsWith("~", start + 2);
        open(tightBefore ? start + 3 : start + 2);
        return true;
    }

    private void open(int at) throws InvalidTemplateException {
        if (text.startsWith("{{", at)) {
            throw refusal("raw blocks (four braces) are not supported.");
        }
        switch (at < text.length() ? text.charAt(at) : ' ') {
            case '!' -> comment(at);
            case '{' -> tag(Kind.VALUE, "{", at + 1);
            case '&' -> tag(Kind.VALUE, "&", at + 1);
            case '#' -> tag(Kind.BLOCK, "#", at + 1);
            case '^' -> tag(Kind.INVERSE, "^", at + 1);
            case '/' -> tag(Kind.END, "/", at + 1);
            case '=' -> throw refusal("other delimiters ({{= … =}}) are not supported.");
            default -> tag(Kind.VALUE, "", at);
        }
    }

    private void comment(int at) throws InvalidTemplateException {
        kind = Kind.TEXT;
        int end = end(at, "}}");
        if (text.startsWith("!--", at)) {
            while (!text.startsWith("--", end - 2) && !text.startsWith("--~", end - 3)) {
                end = end(end + 1, "}}");
            }
        }
        tightAfter = text.charAt(end - 1) == '~';
        after = rewritten.withoutComment(tightBefore, tightAfter, end + 2);
    }

    private void tag(Kind found, String foundSign, int at) throws InvalidTemplateException {
        kind = found;
        sign = foundSign;
        if (text.startsWith(">", at)) {
            throw refusal("partials ({{> … }}) are not supported: a template is on its own.");
        }
        if (text.startsWith("*", at)) {
            throw refusal("decorators ({{* … }}) are not supported.");
        }
        int end = end(at, "}}");
        if (end - at > LONGEST) {
            throw refusal("a tag is longer than %,d characters.".formatted(LONGEST));
        }
        inside = text.substring(at, end);
        if (inside.contains("{{")) {
            throw refusal("it is not closed with }} before the next tag begins.");
        }
        after = end + 2;
        boolean third = text.startsWith("}", after);
        if (sign.equals("{")) {
            triple(third);
        } else if (third) {
            throw refusal("two opening braces are closed with three; write a space between those that are text.");
        } else {
            tightAfter = inside.endsWith("~");
            inside = tightAfter ? inside.substring(0, inside.length() - 1) : inside;
        }
    }

    private void triple(boolean third) throws InvalidTemplateException {
        tightAfter = !third && inside.endsWith("}~");
        if (tightAfter) {
            inside = inside.substring(0, inside.length() - 2);
        } else if (third) {
            after++;
        } else {
            throw refusal("three opening braces need three closing ones.");
        }
    }

    private int end(int from, String closing) throws InvalidTemplateException {
        int end = text.indexOf(closing, from);
        if (end < 0) {
            throw refusal("it is never closed with %s.".formatted(closing));
        }
        return end;
    }

    /** Takes this tag over into the new text. */
    void keep(String words) {
        keep(sign, words);
    }

    /** Takes this tag over with another sign. */
    void keep(String otherSign, String words) {
        rewritten.tag(tightBefore, otherSign + words + (otherSign.equals("{") ? "}" : ""), tightAfter);
    }

    Kind kind() {
        return kind;
    }

    /** What stands between the braces of this tag, without the signs for its kind and for white space. */
    String inside() {
        return inside;
    }

    /** Where this tag begins in the text. */
    int start() {
        return start;
    }

    /** The template for the library. */
    String rewritten() {
        return rewritten.toString();
    }

    InvalidTemplateException refusal(String sentence) {
        return refusal(start, sentence);
    }

    InvalidTemplateException refusal(int at, String sentence) {
        int line = 1 + (int) text.chars().limit(at).filter(each -> each == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        return new InvalidTemplateException(line, column, "This tag cannot be used: " + sentence);
    }
}

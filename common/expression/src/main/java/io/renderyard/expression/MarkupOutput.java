package io.renderyard.expression;

import java.util.Locale;
import java.util.Set;

/**
 * Markup while it is written. It reads along as a browser does, roughly, so that it knows where a value stands, and takes
 * out an address that has become a script by its values.
 */
final class MarkupOutput extends Output {
    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "action", "formaction", "xlink:href", "poster", "background", "data", "cite");

    /** Between their tags there is no markup. */
    private static final Set<String> PLAIN =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private static final int LONGEST_NAME = 16;

    private enum State {
        TEXT,
        TAG_BEGIN,
        TAG_NAME,
        IN_TAG,
        ATTRIBUTE_NAME,
        AFTER_NAME,
        BEFORE_VALUE,
        VALUE,
        COMMENT,
        DECLARATION,
        PLAIN
    }

    private State state = State.TEXT;
    private int at;

    /** Where the name or the value that is being read began. */
    private int begin;

    private String tag = "";
    private String attribute = "";

    /** A space where there is none. */
    private char quote;

    private boolean hasValues;

    MarkupOutput(int longest) {
        super(longest);
    }

    @Override
    void write(String part) throws EvaluationException {
        super.write(part);
        read();
    }

    @Override
    void value(String value, Escape escape) throws EvaluationException {
        hasValues = true;
        super.value(value, escape);
    }

    @Override
    boolean isInScript() {
        return state == State.PLAIN && tag.equals("script");
    }

    @Override
    String whole() {
        if (state == State.VALUE) {
            endValue();
        }
        return super.whole();
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (state) {
                case TEXT -> skipTo("<", State.TAG_BEGIN);
                case TAG_BEGIN -> tagBegins(c);
                case TAG_NAME -> tagName(c);
                case IN_TAG -> inTag(c);
                case ATTRIBUTE_NAME -> attributeName(c);
                case AFTER_NAME -> afterName(c);
                case BEFORE_VALUE -> beforeValue(c);
                case VALUE -> value(c);
                case COMMENT -> comment();
                case DECLARATION -> declaration(c);
                case PLAIN -> plain(c);
            }
            at++;
        }
    }

    /** To the sign, after which another state begins, or else to the last character. */
    private void skipTo(String sign, State next) {
        int found = text.indexOf(sign, at);
        at = found < 0 ? text.length() - 1 : found;
        state = found < 0 ? state : next;
    }

    private void tagBegins(char c) {
        begin = at;
        if (Character.isLetter(c) || c == '/') {
            state = State.TAG_NAME;
        } else if (c == '!' || c == '?') {
            state = State.DECLARATION;
        } else if (c != '<') {
            state = State.TEXT;
        }
    }

    private void tagName(char c) {
        if (c == '>' || isSpace(c) || (c == '/' && at > begin)) {
            tag = name();
            state = State.IN_TAG;
            inTag(c);
        }
    }

    private void inTag(char c) {
        if (c == '>') {
            state = PLAIN.contains(tag) ? State.PLAIN : State.TEXT;
            begin = at + 1;
        } else if (!isSpace(c) && c != '/') {
            state = State.ATTRIBUTE_NAME;
            begin = at;
            hasValues = false;
        }
    }

    private void attributeName(char c) {
        if (c == '=' || c == '>' || c == '/' || isSpace(c)) {
            attribute = name();
            state = State.AFTER_NAME;
            afterName(c);
        }
    }

    private void afterName(char c) {
        if (c == '=') {
            state = State.BEFORE_VALUE;
        } else if (!isSpace(c)) {
            state = State.IN_TAG;
            inTag(c);
        }
    }

    private void beforeValue(char c) {
        if (c == '>') {
            state = State.IN_TAG;
            inTag(c);
        } else if (!isSpace(c)) {
            state = State.VALUE;
            boolean isQuoted = c == '"' || c == '\'';
            quote = isQuoted ? c : ' ';
            begin = isQuoted ? at + 1 : at;
        }
    }

    private void value(char c) {
        if (quote != ' ') {
            skipTo(String.valueOf(quote), State.IN_TAG);
            if (state == State.IN_TAG) {
                endValue();
            }
        } else if (c == '>' || isSpace(c)) {
            endValue();
            state = State.IN_TAG;
            inTag(c);
        }
    }

    /** Nothing is left of an address that runs as a script, when values had a part in it. */
    private void endValue() {
        if (hasValues && ADDRESSES.contains(attribute) && ScriptAddress.is(text, begin, at)) {
            String nothing = quote == ' ' ? "\"\"" : "";
            text.replace(begin, at, nothing);
            at = begin + nothing.length();
        }
    }

    private void comment() {
        skipTo(">", State.COMMENT);
        boolean ends =
                at - begin >= 2 && text.charAt(at) == '>' && text.charAt(at - 1) == '-' && text.charAt(at - 2) == '-';
        state = ends ? State.TEXT : State.COMMENT;
    }

    private void declaration(char c) {
        boolean isComment = at == begin + 2 && c == '-' && text.charAt(at - 1) == '-';
        if (isComment) {
            state = State.COMMENT;
            begin = at - 1;
        } else if (c == '>') {
            state = State.TEXT;
        }
    }

    private void plain(char c) {
        int name = at - tag.length();
        boolean ends = (c == '>' || c == '/' || isSpace(c))
                && name - 2 >= begin
                && text.charAt(name - 2) == '<'
                && text.charAt(name - 1) == '/'
                && text.substring(name, at).equalsIgnoreCase(tag);
        if (ends) {
            tag = "/" + tag;
            state = State.IN_TAG;
            inTag(c);
        }
    }

    /** Only what may be one of ours has to be known. */
    private String name() {
        int end = Math.min(at, begin + LONGEST_NAME);
        return text.substring(begin, end).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}

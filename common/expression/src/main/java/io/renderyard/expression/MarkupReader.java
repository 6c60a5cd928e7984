package io.renderyard.expression;

import java.util.Locale;
import java.util.Set;

/** Reads markup as a browser does, roughly, piece by piece: it tells of attributes and tags when they end. */
abstract class MarkupReader {
    /** Between their tags there is no markup. */
    private static final Set<String> PLAIN =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private static final int LONGEST_NAME = 32;
    private static final char NO_QUOTE = ' ';

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
    private int end;

    /** Where the name or the value that is being read began. */
    private int begin;

    private int tagBegin;
    private String tag = "";
    private String attribute = "";
    private int attributeBegin;
    private char quote = NO_QUOTE;

    abstract char charAt(int offset);

    abstract String text(int from, int to);

    /** From an offset on, before another one; -1 where there is none. */
    abstract int indexOf(char c, int from, int to);

    /** The name of an attribute begins. */
    void attributeBegins() {}

    /**
     * An attribute's value ends.
     *
     * @param name in small letters, cut where it is very long
     * @param nameBegin offset of the name
     * @param begin offset of the value
     * @param end offset after the value, without its quote
     * @param isQuoted whether there is one
     * @return where reading goes on: the end, unless the text was changed
     */
    abstract int attributeEnds(String name, int nameBegin, int begin, int end, boolean isQuoted);

    /**
     * A tag ends.
     *
     * @param name in small letters, with a slash before it where the tag closes
     * @param begin offset of its first character
     * @param end offset after its last one
     */
    void tagEnds(String name, int begin, int end) {}

    final boolean isInScript() {
        return state == State.PLAIN && tag.equals("script");
    }

    /** Where the present tag began. */
    final int tagBegin() {
        return tagBegin;
    }

    final boolean isInValue() {
        return state == State.VALUE;
    }

    /** Something is there that is not to be read. */
    final void skip(int to) {
        if (state == State.BEFORE_VALUE) {
            beginValue(NO_QUOTE, at);
        }
        at = to;
    }

    final void read(int to) {
        end = to;
        for (; at < end; at++) {
            char c = charAt(at);
            switch (state) {
                case TEXT -> skipTo('<', State.TAG_BEGIN);
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
        }
    }

    /** The text has become shorter. */
    final void endsAt(int offset) {
        end = offset;
    }

    /** To the sign, after which another state begins, or else to the last character. */
    private void skipTo(char sign, State next) {
        int found = indexOf(sign, at, end);
        at = found < 0 ? end - 1 : found;
        state = found < 0 ? state : next;
    }

    private void tagBegins(char c) {
        tagBegin = at - 1;
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
            tagEnds(tag, tagBegin, at + 1);
        } else if (!isSpace(c) && c != '/') {
            state = State.ATTRIBUTE_NAME;
            begin = at;
            attributeBegins();
        }
    }

    private void attributeName(char c) {
        if (c == '=' || c == '>' || c == '/' || isSpace(c)) {
            attribute = name();
            attributeBegin = begin;
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
        } else if (c == '"' || c == '\'') {
            beginValue(c, at + 1);
        } else if (!isSpace(c)) {
            beginValue(NO_QUOTE, at);
        }
    }

    private void beginValue(char with, int from) {
        state = State.VALUE;
        quote = with;
        begin = from;
    }

    private void value(char c) {
        if (quote != NO_QUOTE) {
            skipTo(quote, State.IN_TAG);
            if (state == State.IN_TAG) {
                endValue();
            }
        } else if (c == '>' || isSpace(c)) {
            endValue();
            state = State.IN_TAG;
            inTag(c);
        }
    }

    final void endValue() {
        at = attributeEnds(attribute, attributeBegin, begin, at, quote != NO_QUOTE);
    }

    private void comment() {
        skipTo('>', State.COMMENT);
        boolean ends = at - begin >= 2 && charAt(at) == '>' && charAt(at - 1) == '-' && charAt(at - 2) == '-';
        state = ends ? State.TEXT : State.COMMENT;
    }

    private void declaration(char c) {
        boolean isComment = at == begin + 2 && c == '-' && charAt(at - 1) == '-';
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
                && charAt(name - 2) == '<'
                && charAt(name - 1) == '/'
                && text(name, at).equalsIgnoreCase(tag);
        if (ends) {
            tagBegin = name - 2;
            tag = "/" + tag;
            state = State.IN_TAG;
            inTag(c);
        }
    }

    /** Only what may be one that somebody asks for has to be known. */
    private String name() {
        return text(begin, Math.min(at, begin + LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}

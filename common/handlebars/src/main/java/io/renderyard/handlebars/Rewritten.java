package io.renderyard.handlebars;

/** A template as the library gets it. */
final class Rewritten {
    private final String original;
    private final StringBuilder text;

    Rewritten(String original) {
        this.original = original;
        this.text = new StringBuilder(original.length());
    }

    void text(int from, int to) {
        text.append(original, from, to);
    }

    void tag(boolean tightBefore, String inside, boolean tightAfter) {
        text.append(tightBefore ? "{{~" : "{{").append(inside).append(tightAfter ? "~}}" : "}}");
    }

    /**
     * Goes on behind a comment. One that has lines for itself takes them along, as in Handlebars.
     *
     * @param after where the comment ends
     * @return where the text goes on
     */
    int withoutComment(boolean tightBefore, boolean tightAfter, int after) {
        int lineEnd = lineEnd(after);
        int indentation = lineEnd < 0 ? -1 : indentation();
        if (indentation >= 0 && !tightBefore && !tightAfter) {
            text.setLength(text.length() - indentation);
            return lineEnd;
        }
        if (tightBefore) {
            trim();
        }
        int on = after;
        while (tightAfter && on < original.length() && Character.isWhitespace(original.charAt(on))) {
            on++;
        }
        return on;
    }

    /** Behind the line that has nothing more in it; -1 when it has. */
    private int lineEnd(int from) {
        int at = from;
        while (at < original.length() && blank(original.charAt(at))) {
            at++;
        }
        if (original.startsWith("\r\n", at)) {
            return at + 2;
        }
        return at == original.length() ? at : original.charAt(at) == '\n' ? at + 1 : -1;
    }

    /** How many characters the line has so far; -1 when they are not all blank. */
    private int indentation() {
        int at = text.length();
        while (at > 0 && blank(text.charAt(at - 1))) {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n' ? text.length() - at : -1;
    }

    private void trim() {
        int length = text.length();
        while (length > 0 && Character.isWhitespace(text.charAt(length - 1))) {
            length--;
        }
        text.setLength(length);
    }

    private static boolean blank(char character) {
        return character == ' ' || character == '\t';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

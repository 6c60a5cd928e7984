package io.renderyard.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an expression apart into tokens. */
final class Lexer {
    /** Longer ones first. */
    private static final List<String> SIGNS = List.of(
            "===", "!==", "==", "!=", ">=", "<=", "&&", "||", "..", "|", ">", "<", "+", "-", "*", "/", "%", "!", "?",
            ":", ".", "[", "]", "(", ")", ",", "@");

    private final String text;
    private final int end;
    private final boolean joinsDashes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, int from, int end, boolean joinsDashes) {
        this.text = text;
        this.at = from;
        this.end = end;
        this.joinsDashes = joinsDashes;
    }

    /**
     * Of the part of a text from one offset to the other; offsets of the tokens are those in the whole text.
     *
     * @param joinsDashes whether {@code first-name} is one name
     */
    static List<Token> tokens(String text, int from, int end, boolean joinsDashes) throws SyntaxException {
        Lexer lexer = new Lexer(text, from, end, joinsDashes);
        lexer.run();
        return List.copyOf(lexer.tokens);
    }

    private void run() throws SyntaxException {
        while (true) {
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= end) {
                tokens.add(new Token(Token.Kind.END, "", end, end));
                return;
            }
            next(text.charAt(at));
        }
    }

    private void next(char first) throws SyntaxException {
        if (first == '"' || first == '\'') {
            string(first);
        } else if (isDigit(first)) {
            number();
        } else if (isNameStart(text.codePointAt(at))) {
            name();
        } else {
            sign();
        }
    }

    private void string(char quote) throws SyntaxException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < end && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && at < end) {
                escaped(text.charAt(at++), value);
            } else {
                value.append(c);
            }
        }
        if (at >= end) {
            throw unreadable(start, "a text begins here and does not end", "close it with " + quote);
        }
        add(Token.Kind.STRING, value.toString(), start, ++at);
    }

    private void escaped(char c, StringBuilder value) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'u' -> {
                Integer code = at + 4 <= end ? hex(text.substring(at, at + 4)) : null;
                if (code == null) {
                    value.append('u');
                } else {
                    value.append((char) code.intValue());
                    at += 4;
                }
            }
            default -> value.append(c);
        }
    }

    private static @Nullable Integer hex(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private void number() throws SyntaxException {
        int start = at;
        digits();
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            exponent();
        }
        if (at < end && isNameStart(text.codePointAt(at))) {
            throw unreadable(at, "a number goes on with a letter", "put a sign between them, or quote it as a text");
        }
        add(Token.Kind.NUMBER, text.substring(start, at), start, at);
    }

    private void exponent() {
        int here = at + 1;
        if (here < end && (text.charAt(here) == '+' || text.charAt(here) == '-')) {
            here++;
        }
        if (here < end && isDigit(text.charAt(here))) {
            at = here;
            digits();
        }
    }

    private void digits() {
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void name() {
        int start = at;
        while (at < end && (isNamePart(text.codePointAt(at)) || isDashWithin())) {
            at += Character.charCount(text.codePointAt(at));
        }
        add(Token.Kind.NAME, text.substring(start, at), start, at);
    }

    private boolean isDashWithin() {
        return joinsDashes && text.charAt(at) == '-' && at + 1 < end && isNameStart(text.codePointAt(at + 1));
    }

    private void sign() throws SyntaxException {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at) && at + sign.length() <= end) {
                add(Token.Kind.SIGN, sign, at, at + sign.length());
                at += sign.length();
                return;
            }
        }
        int character = text.codePointAt(at);
        String hint = character == '=' ? "compare with ==" : "";
        throw unreadable(at, "\"" + Character.toString(character) + "\" means nothing here", hint);
    }

    private void add(Token.Kind kind, String value, int start, int to) {
        tokens.add(new Token(kind, value, start, to));
    }

    private SyntaxException unreadable(int offset, String message, String hint) {
        return new SyntaxException(SyntaxException.Code.UNREADABLE, message, text, offset, hint);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return c == '_' || c == '$' || Character.isLetter(c);
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}

package io.renderyard.expression;

import java.util.List;
import java.util.Locale;

/** Tells addresses that browsers run instead of going there, in whatever way they are written in an attribute. */
final class ScriptAddress {
    private static final List<String> SCHEMES = List.of("javascript:", "vbscript:", "data:text/html");
    private static final int LONGEST_SCHEME = 14;

    private final CharSequence text;
    private final int end;
    private int at;

    private ScriptAddress(CharSequence text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /** @param text of which the part between the two offsets is the attribute's value, with its character references */
    static boolean is(CharSequence text, int from, int end) {
        String begin = new ScriptAddress(text, from, end).begin();
        return SCHEMES.stream().anyMatch(begin::startsWith);
    }

    /** Without spaces and control characters, which browsers overlook here. */
    private String begin() {
        StringBuilder begin = new StringBuilder();
        while (at < end && begin.length() < LONGEST_SCHEME) {
            int c = text.charAt(at) == '&' ? reference() : text.charAt(at++);
            if (c > ' ') {
                begin.appendCodePoint(c);
            }
        }
        return begin.toString().toLowerCase(Locale.ROOT);
    }

    private int reference() {
        at++;
        if (take("Tab;") || take("NewLine;")) {
            return ' ';
        }
        if (take("colon;")) {
            return ':';
        }
        return take("#") ? number() : '&';
    }

    private boolean take(String word) {
        boolean is = at + word.length() <= end && word.contentEquals(text.subSequence(at, at + word.length()));
        at += is ? word.length() : 0;
        return is;
    }

    private int number() {
        int radix = take("x") || take("X") ? 16 : 10;
        int code = 0;
        for (int digit = digit(radix); digit >= 0; digit = digit(radix)) {
            code = Math.min(code * radix + digit, Character.MAX_CODE_POINT);
            at++;
        }
        take(";");
        return code;
    }

    private int digit(int radix) {
        return at < end && text.charAt(at) < 128 ? Character.digit(text.charAt(at), radix) : -1;
    }
}

package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Additions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a style sheet into markup where it neither moves the doctype (quirks mode) nor ends the head early. */
final class AddedBefore {
    private static final Pattern BEFORE_THE_HEAD = Pattern.compile(
            "\\G(?:\\s++|\\uFEFF|<!--(?:[^-]|-(?!->))*+-->|<!doctype[^>]*+>|<html(?:\\s[^>]*+)?>|<head(?:\\s[^>]*+)?>)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF_STYLE = Pattern.compile("</(?=style)", Pattern.CASE_INSENSITIVE);

    private AddedBefore() {}

    static String to(String markup, Additions additions) {
        String css = additions.css();
        if (css == null || css.isEmpty()) {
            return markup;
        }
        int place = 0;
        Matcher prelude = BEFORE_THE_HEAD.matcher(markup);
        while (prelude.find()) {
            place = prelude.end();
        }
        return markup.substring(0, place) + "<style>" + contained(css) + "</style>" + markup.substring(place);
    }

    /** CSS reads {@code <\/style} as {@code </style}; the HTML parser does not. */
    private static String contained(String css) {
        return END_OF_STYLE.matcher(css).replaceAll("<\\\\/");
    }
}

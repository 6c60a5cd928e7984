package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts a style sheet into markup where it neither moves the doctype (quirks mode) nor ends the head early. */
final class AddedBefore {
    private static final Pattern BEFORE_THE_HEAD = Pattern.compile(
            "\\G(?:\\s++|\\uFEFF|<!--(?:[^-]|-(?!->))*+-->|<!doctype[^>]*+>|<html(?:\\s[^>]*+)?>|<head(?:\\s[^>]*+)?>)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF_STYLE = Pattern.compile("</(?=style)", Pattern.CASE_INSENSITIVE);

    private AddedBefore() {}

    /** What a fragment is wrapped in: a page in standards mode without margins. */
    private static final String BARE_PAGE = "<!doctype html><meta charset=utf-8><style>body{margin:0}</style>";

    private static final Pattern WHOLE_PAGE =
            Pattern.compile("<(?:!doctype|html|head|body)[\\s/>]", Pattern.CASE_INSENSITIVE);

    static String to(RenderSpec spec, String markup) {
        boolean wrapped = spec.framing().area() instanceof Area.Content
                && !WHOLE_PAGE.matcher(markup).find();
        return wrapped ? to(BARE_PAGE + markup, spec.additions()) : to(markup, spec.additions());
    }

    static String to(String markup, Additions additions) {
        String css = additions.css();
        if (css == null || css.isEmpty()) {
            return markup;
        }
        return inTheHead(markup, "<style>" + contained(css) + "</style>");
    }

    /** @param sheets addresses of style sheets, which hold no quotes */
    static String linked(String markup, List<String> sheets) {
        String links = sheets.stream()
                .map(sheet -> "<link rel=stylesheet href=\"" + sheet.replace("&", "&amp;") + "\">")
                .collect(Collectors.joining());
        return links.isEmpty() ? markup : inTheHead(markup, links);
    }

    private static String inTheHead(String markup, String added) {
        int place = 0;
        Matcher prelude = BEFORE_THE_HEAD.matcher(markup);
        while (prelude.find()) {
            place = prelude.end();
        }
        return markup.substring(0, place) + added + markup.substring(place);
    }

    /** CSS reads {@code <\/style} as {@code </style}; the HTML parser does not. */
    private static String contained(String css) {
        return END_OF_STYLE.matcher(css).replaceAll("<\\\\/");
    }
}

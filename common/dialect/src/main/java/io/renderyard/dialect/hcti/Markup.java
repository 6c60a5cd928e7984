package io.renderyard.dialect.hcti;

import java.util.regex.Pattern;

/** Tells fragments of markup from whole pages; section 4. */
final class Markup {
    private static final Pattern PART_OF_A_PAGE =
            Pattern.compile("<(?:!doctype|html|head|body)[\\s/>]", Pattern.CASE_INSENSITIVE);

    /** Scripts, frames, handlers of events, and places of a template that markup may come into. */
    private static final Pattern RUNNING =
            Pattern.compile("<script|<i?frame|\\son[a-z]+\\s*=|\\{\\{[{&]", Pattern.CASE_INSENSITIVE);

    /** Standards mode and no margins, unless the caller's style says otherwise, wherever it stands. */
    private static final String BARE_PAGE = "<!doctype html><meta charset=utf-8><style>:where(body){margin:0}</style>";

    private Markup() {}

    static boolean isFragment(String markup) {
        return !PART_OF_A_PAGE.matcher(markup).find();
    }

    /** Whether anything may happen after it was loaded. Rather too often than not. */
    static boolean mayRun(String markup) {
        return RUNNING.matcher(markup).find();
    }

    static String whole(String markup) {
        return isFragment(markup) ? BARE_PAGE + markup : markup;
    }
}

package io.renderyard.gateway.face.pictify;

import java.util.regex.Pattern;

/** Makes a whole page of a fragment: standards mode, and no margins unless its own style says otherwise. */
final class Markup {
    private static final Pattern PART_OF_A_PAGE =
            Pattern.compile("<(?:!doctype|html|head|body)[\\s/>]", Pattern.CASE_INSENSITIVE);
    private static final String BARE_PAGE = "<!doctype html><meta charset=utf-8><style>:where(body){margin:0}</style>";

    private Markup() {}

    static String whole(String markup) {
        return PART_OF_A_PAGE.matcher(markup).find() ? markup : BARE_PAGE + markup;
    }
}

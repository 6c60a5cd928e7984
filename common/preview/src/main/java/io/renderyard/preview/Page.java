package io.renderyard.preview;

import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Frame;

/** The document around the picture, with the mark that says what it is. */
final class Page {
    private static final int LONGEST_TITLE = 80;

    private Page() {}

    static String of(Frame frame, String words, String svg) {
        String size = Digits.of(Math.max(9, frame.shorter() / 52d));
        return "<!DOCTYPE html>\n<html><head><meta charset='utf-8'/><title>Preview: " + title(words) + "</title><style>"
                + "html,body{margin:0;padding:0;overflow:hidden;background:#fff}"
                + ".picture{position:relative;overflow:hidden;width:" + frame.width() + "px;height:" + frame.height()
                + "px}"
                + ".picture>svg{display:block}"
                + ".mark{position:absolute;right:1.1em;bottom:1.1em;padding:.42em .85em;border-radius:2em;background:rgba(14,16,24,.66);color:#fff;"
                + "font:600 " + size
                + "px/1.2 system-ui,'Inter','Helvetica Neue',Arial,sans-serif;letter-spacing:.04em;white-space:nowrap}"
                + "</style></head><body><div class='picture'>" + svg
                + "<div class='mark'>PREVIEW · not a model</div></div></body></html>\n";
    }

    /** Words are data: short, escaped, and without what no document may contain. */
    private static String title(String words) {
        StringBuilder title = new StringBuilder();
        words.codePoints().limit(LONGEST_TITLE).forEach(each -> {
            switch (each) {
                case '<' -> title.append("&lt;");
                case '>' -> title.append("&gt;");
                case '&' -> title.append("&amp;");
                case '"' -> title.append("&quot;");
                case '\'' -> title.append("&#39;");
                default -> title.appendCodePoint(allowed(each) ? each : ' ');
            }
        });
        return title.toString();
    }

    private static boolean allowed(int point) {
        return point >= ' ' && point != 0x7f && (point < 0xd800 || point > 0xdfff) && (point & 0xfffe) != 0xfffe;
    }
}

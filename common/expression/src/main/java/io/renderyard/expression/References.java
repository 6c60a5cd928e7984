package io.renderyard.expression;

/** The characters that an attribute of HTML has to write as references. */
final class References {
    private References() {}

    static String read(String written) {
        return written.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}

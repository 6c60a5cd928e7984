package io.renderyard.bench;

import tools.jackson.databind.json.JsonMapper;

/**
 * One page to draw.
 *
 * @param open its markup as a JSON string without the closing quote, so that each render only adds its comment
 */
record Page(String name, String open) {
    static Page of(String name, String markup) {
        String quoted = JsonMapper.shared().writeValueAsString(markup);
        return new Page(name, quoted.substring(0, quoted.length() - 1));
    }

    /**
     * What makes this render's content different from every other, or a cache would answer instead of the browser.
     *
     * @return the end of the JSON string that {@link #open} begins
     */
    static String close(String unique) {
        return "<!-- " + unique + " -->\"";
    }
}

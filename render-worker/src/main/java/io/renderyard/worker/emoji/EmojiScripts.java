package io.renderyard.worker.emoji;

import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.installed.NotInstalledException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the emoji of a page into pictures in two steps: {@link #find} is evaluated and answers with the sequences that
 * are there, {@link #replace} is evaluated with their drawings. Both are expressions for a world of their own in the
 * page's main frame, and leave no trace but the pictures. Safe for several threads.
 */
public final class EmojiScripts {
    /**
     * The style of the pictures. It goes before all of the page's own, so that the page may say otherwise.
     */
    public static final String STYLE = "img.emoji{height:1em;width:1em;margin:0 .05em 0 .1em;vertical-align:-.1em}";

    /** A page that is full of different emoji is no page. */
    private static final int MOST_SEQUENCES = 4000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIND = """
            (() => {
            %s;
            const found = new Set();
            if (document.body) twemoji.parse(document.body, icon => { found.add(icon); return false; });
            return JSON.stringify([...found]);
            })()""";
    private static final String REPLACE = """
            (() => {
            %s;
            const drawings = new Map(Object.entries(%s));
            if (document.body) twemoji.parse(document.body, icon => drawings.get(icon) || false);
            return drawings.size;
            })()""";

    private final NodePackages packages;
    private final EmojiPictures pictures;

    public EmojiScripts(NodePackages packages) {
        this.packages = packages;
        this.pictures = new EmojiPictures(packages);
    }

    /**
     * An expression whose value is a string of JSON: the sequences found.
     *
     * @throws NotInstalledException when this machine has no parser
     */
    public String find() {
        return FIND.formatted(parser());
    }

    /**
     * An expression that replaces what there are drawings for; its value is their number. Evaluated before the page
     * counts as ready, the pictures are waited for as all others.
     *
     * @param found the value of {@link #find}
     * @return empty when there is nothing to replace
     * @throws NotInstalledException when this machine has no drawings
     */
    public String replace(String found) {
        Map<String, String> drawings = drawings(found);
        return drawings.isEmpty() ? "" : REPLACE.formatted(parser(), JSON.writeValueAsString(drawings));
    }

    private Map<String, String> drawings(String found) {
        Map<String, String> drawings = new LinkedHashMap<>();
        for (JsonNode sequence : JSON.readTree(found)) {
            if (drawings.size() < MOST_SEQUENCES) {
                String name = sequence.asString("");
                pictures.dataUri(name).ifPresent(drawing -> drawings.put(name, drawing));
            }
        }
        return drawings;
    }

    private String parser() {
        return packages.read("@twemoji/api", "dist/twemoji.min.js", EmojiPictures.PURPOSE);
    }
}

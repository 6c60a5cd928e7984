package io.renderyard.worker.blocking;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a page loads something as; one word for each thing that filter lists can tell apart, and some more. */
public enum RequestKind {
    /** The page itself. Lists may ask to block it; nobody who wants a picture of it does. */
    DOCUMENT,
    /** A page inside a frame. */
    SUBDOCUMENT,
    STYLESHEET,
    IMAGE,
    MEDIA,
    FONT,
    SCRIPT,
    TEXT_TRACK,
    XHR,
    FETCH,
    EVENT_SOURCE,
    WEB_SOCKET,
    MANIFEST,
    PING,
    OTHER;

    private static final Map<String, RequestKind> DEVTOOLS = Map.ofEntries(
            Map.entry("stylesheet", STYLESHEET),
            Map.entry("image", IMAGE),
            Map.entry("media", MEDIA),
            Map.entry("font", FONT),
            Map.entry("script", SCRIPT),
            Map.entry("texttrack", TEXT_TRACK),
            Map.entry("xhr", XHR),
            Map.entry("fetch", FETCH),
            Map.entry("eventsource", EVENT_SOURCE),
            Map.entry("websocket", WEB_SOCKET),
            Map.entry("manifest", MANIFEST),
            Map.entry("ping", PING));

    private static final Map<String, Set<RequestKind>> FILTER_OPTIONS = Map.ofEntries(
            Map.entry("subdocument", Set.of(SUBDOCUMENT)),
            Map.entry("frame", Set.of(SUBDOCUMENT)),
            Map.entry("stylesheet", Set.of(STYLESHEET)),
            Map.entry("css", Set.of(STYLESHEET)),
            Map.entry("image", Set.of(IMAGE)),
            Map.entry("media", Set.of(MEDIA, TEXT_TRACK)),
            Map.entry("font", Set.of(FONT)),
            Map.entry("script", Set.of(SCRIPT)),
            Map.entry("xmlhttprequest", Set.of(XHR, FETCH, EVENT_SOURCE)),
            Map.entry("xhr", Set.of(XHR, FETCH, EVENT_SOURCE)),
            Map.entry("websocket", Set.of(WEB_SOCKET)),
            Map.entry("ping", Set.of(PING)),
            Map.entry("beacon", Set.of(PING)),
            Map.entry("other", Set.of(OTHER, MANIFEST)),
            Map.entry("document", Set.of(DOCUMENT)),
            Map.entry("doc", Set.of(DOCUMENT)),
            Map.entry("all", Set.of(values())));

    /**
     * @param name Chrome's name, a value of DevTools' {@code Network.ResourceType} in any case
     * @param mainFrame whether the page's own frame asks
     */
    public static RequestKind ofDevTools(String name, boolean mainFrame) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("document")) {
            return mainFrame ? DOCUMENT : SUBDOCUMENT;
        }
        return DEVTOOLS.getOrDefault(lower, OTHER);
    }

    /** What a filter's option of that name means; empty when it names no kind we can tell. */
    static Set<RequestKind> ofFilterOption(String name) {
        return FILTER_OPTIONS.getOrDefault(name, Set.of());
    }

    int bit() {
        return 1 << ordinal();
    }

    static int bits(Set<RequestKind> kinds) {
        return kinds.stream().mapToInt(RequestKind::bit).reduce(0, (all, bit) -> all | bit);
    }
}

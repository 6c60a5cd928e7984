package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page's requests carry. Holds secrets as they came, so none of its records prints itself. */
public record TrafficRequest(
        @Nullable
        @JsonPropertyDescription("Up to 20, sent when the top frame goes to the page's own origin or to one of"
                + " headerOrigins. Names up to 512 characters, values up to 8192 bytes. The connection's own headers (Host,"
                + " Connection, Proxy-*, Sec-*, X-Forwarded-* and their like) are refused.")
        Map<String, @Nullable String> headers,

        @Nullable
        @JsonPropertyDescription("Up to 20 further origins that may get the headers, as scheme://host[:port].")
        List<@Nullable String> headerOrigins,

        @Nullable
        @JsonPropertyDescription("True: sends the headers with everything else that goes to those origins, too.")
        Boolean headersOnSubresources,

        @Nullable @JsonPropertyDescription("Up to 50, set before the page loads.")
        List<@Nullable Cookie> cookies,

        @Nullable
        @JsonPropertyDescription("HTTP authentication, basic or digest, when the url's own server asks for it.")
        Login auth,

        @Nullable @JsonPropertyDescription("Up to 100 rules: a request that matches one of them is not made.")
        List<@Nullable Block> block,

        @Nullable
        @JsonPropertyDescription("True: leaves out what the installed lists of advertisements and trackers name.")
        Boolean blockAds,

        @Nullable @JsonPropertyDescription("True: closes or hides cookie banners, as well as the installed lists can.")
        Boolean blockConsentBanners) {
    static final TrafficRequest NOTHING = new TrafficRequest(null, null, null, null, null, null, null, null);

    /** Name and value together up to 4096 bytes. */
    public record Cookie(
            @Nullable String name,
            @Nullable String value,

            @Nullable
            @JsonPropertyDescription(
                    "Host that it goes to, with a leading dot for its subdomains too. Default: the url's own host.")
            String domain,

            @Nullable @JsonPropertyDescription("Begins with a slash. Default /.")
            String path,

            @Nullable Boolean secure,
            @Nullable Boolean httpOnly) {
        @Override
        public String toString() {
            return "Cookie[****]";
        }
    }

    /** Both are needed. */
    public record Login(
            @Nullable @JsonPropertyDescription("Up to 256 characters, without a colon.")
            String user,

            @Nullable @JsonPropertyDescription("Up to 1024 characters.")
            String password) {
        @Override
        public String toString() {
            return "Login[****]";
        }
    }

    /** Both conditions must hold; one that is missing always does. */
    public record Block(
            @Nullable
            @JsonPropertyDescription("Pattern for the whole address, up to 512 characters; * stands for any text.")
            String url,

            @Nullable
            @JsonPropertyDescription("beacon, document, stylesheet, image, image_set, media, font, script,"
                    + " text_track, xhr, fetch, event_source, manifest, ping, img or other.")
            List<@Nullable String> types) {}

    @Override
    public String toString() {
        return "TrafficRequest[****]";
    }
}

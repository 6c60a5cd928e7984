package io.renderyard.worker.browser;

import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a submission says of the requests that its page makes.
 *
 * @param topFrame of the page
 * @param own where the page comes from; empty for markup
 */
record RequestRules(
        String topFrame,
        Optional<Origin> own,
        ExtraHeaders extra,
        MarkupCookies cookies,
        List<BlockRule> blocks,
        Optional<AdFilter> ads) {
    /** What becomes of one request. */
    sealed interface Verdict {
        record Unchanged() implements Verdict {}

        record WithHeaders(Map<String, String> headers) implements Verdict {}

        /** @param by what forbids it, in the words of the receipt */
        record Blocked(String by) implements Verdict {}
    }

    static RequestRules of(RenderSpec spec, String topFrame, Optional<AdFilter> ads) {
        Traffic traffic = spec.traffic();
        Optional<Origin> own = switch (spec.source()) {
            case Source.Html ignored -> Optional.empty();
            case Source.Handlebars _, Source.Expressions _, Source.Painted _ ->
                throw new IllegalArgumentException("A browser draws pages");
            case Source.Url url -> Origin.of(url.address().toString());
        };
        Set<Origin> origins = new HashSet<>();
        own.ifPresent(origins::add);
        traffic.headerOrigins().forEach(one -> Origin.of(one).ifPresent(origins::add));
        return new RequestRules(
                topFrame,
                own,
                new ExtraHeaders(traffic.headers(), Set.copyOf(origins), traffic.headersOnSubresources()),
                MarkupCookies.of(spec),
                traffic.blockRules(),
                ads);
    }

    boolean areNone() {
        return extra.headers().isEmpty() && cookies.isEmpty() && blocks.isEmpty() && ads.isEmpty();
    }

    Verdict judge(PausedRequest request) {
        if (blocks.stream().anyMatch(rule -> matches(rule, request))) {
            return new Verdict.Blocked("rule");
        }
        if (isAd(request)) {
            return new Verdict.Blocked("ads");
        }
        Map<String, String> headers = extra.on(request, topFrame);
        String own = request.isPage(topFrame) ? "" : cookies.header(request.url());
        if (!own.isEmpty()) {
            headers.put("Cookie", own);
        }
        return headers.equals(request.headers()) ? new Verdict.Unchanged() : new Verdict.WithHeaders(headers);
    }

    private boolean isAd(PausedRequest request) {
        if (request.isPage(topFrame)) {
            ads.ifPresent(filter -> filter.arriving(request));
            return false;
        }
        return ads.filter(filter -> filter.blocks(request)).isPresent();
    }

    private static boolean matches(BlockRule rule, PausedRequest request) {
        return request.types().stream().anyMatch(type -> rule.matches(request.url(), type));
    }

    /** The page itself alone, where that is enough: each pause costs a way to us and back. */
    Stream<String> typesToPause(boolean login) {
        boolean pagesOnly = blocks.isEmpty() && !login && !extra.everywhere() && cookies.isEmpty() && ads.isEmpty();
        return pagesOnly ? Stream.of("Document") : Stream.empty();
    }
}

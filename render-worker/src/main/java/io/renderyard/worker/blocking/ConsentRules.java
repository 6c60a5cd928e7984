package io.renderyard.worker.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How known consent banners are recognised and answered, each rule as JSON. */
final class ConsentRules {
    /** No pattern looks further, and a page must not make us search megabytes. */
    private static final int LONGEST_URL = 2048;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<SiteRule> forSites = new ArrayList<>();
    private final String forAll;

    private record SiteRule(Pattern site, String rule) {}

    /** @param json the rule file of autoconsent */
    ConsentRules(String json) {
        List<String> everywhere = new ArrayList<>();
        for (JsonNode rule : JSON.readTree(json).path("autoconsent")) {
            String site = rule.path("runContext").path("urlPattern").asString("");
            if (site.isEmpty()) {
                everywhere.add(JSON.writeValueAsString(rule));
            } else {
                compile(site).ifPresent(pattern -> forSites.add(new SiteRule(pattern, JSON.writeValueAsString(rule))));
            }
        }
        this.forAll = String.join(",", everywhere);
    }

    private static Optional<Pattern> compile(String site) {
        try {
            return Optional.of(Pattern.compile(site));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The rules that a frame with this address may need, as a JSON array. */
    String on(String url) {
        String start = url.substring(0, Math.min(url.length(), LONGEST_URL));
        return Stream.concat(
                        forSites.stream()
                                .filter(rule -> rule.site().matcher(start).find())
                                .map(SiteRule::rule),
                        forAll.isEmpty() ? Stream.of() : Stream.of(forAll))
                .collect(Collectors.joining(",", "[", "]"));
    }
}

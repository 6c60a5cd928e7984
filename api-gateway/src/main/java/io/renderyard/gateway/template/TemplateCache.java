package io.renderyard.gateway.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import org.springframework.stereotype.Component;

/** Takes the bodies of a version apart once. A version never changes, so nothing in here is ever wrong. */
@Component
public class TemplateCache {
    /** Characters of markup. */
    private static final long MOST = 20_000_000;

    private final Cache<Key, Entry> entries = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Key, Entry>weigher((key, entry) -> entry.size())
            .build();

    /** @param layout its key; empty for the base */
    private record Key(TemplateVersionId version, String layout) {}

    private record Entry(ParsedTemplate template, int size) {}

    /**
     * @param layout key of the body's layout; empty for the base
     * @param body of that version
     */
    public ParsedTemplate get(TemplateVersion version, String layout, TemplateBody body) {
        return entries.get(
                        new Key(version.id(), layout),
                        _ -> new Entry(parse(version, body), body.markup().length() + 1_000))
                .template();
    }

    private static ParsedTemplate parse(TemplateVersion version, TemplateBody body) {
        try {
            return ParsedTemplate.of(version.content().engine(), body.markup());
        } catch (FlawedTemplateException e) {
            throw new IllegalStateException("a stored template cannot be read", e);
        }
    }
}

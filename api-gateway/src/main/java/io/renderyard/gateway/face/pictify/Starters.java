package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.Reading;
import io.renderyard.dialect.pictify.TemplateRequests;
import io.renderyard.kernel.template.TemplateContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Templates that come with the farm, for everybody to look at and to take as a beginning. */
@Component
class Starters {
    static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

    private static final String FOLDER = "/io/renderyard/gateway/starter/";
    private static final List<String> NAMES = List.of(
            "og-card",
            "product-card",
            "certificate",
            "invoice",
            "email-header",
            "badge",
            "event-ticket",
            "chart-card",
            "quote",
            "gif-banner");

    private final Map<String, TemplateContent> all;

    Starters() {
        Map<String, TemplateContent> read = new LinkedHashMap<>();
        NAMES.forEach(name -> read.put(name, read(name)));
        all = Collections.unmodifiableMap(read);
    }

    private static TemplateContent read(String name) {
        Reading<TemplateContent> reading = TemplateRequests.create(
                bytes(name + ".json"), new String(bytes(name + ".html"), StandardCharsets.UTF_8), SINCE);
        if (reading instanceof Reading.Understood<TemplateContent>(TemplateContent content)) {
            return Templates.declared(content).content();
        }
        throw new IllegalStateException("the starter " + name + " is wrong: " + reading);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Starters.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the starter's file " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name, in the order in which they are shown. */
    Map<String, TemplateContent> all() {
        return all;
    }

    Optional<TemplateContent> find(String name) {
        return Optional.ofNullable(all.get(name));
    }
}

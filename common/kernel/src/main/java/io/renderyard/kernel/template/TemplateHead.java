package io.renderyard.kernel.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template is found by. It lies in the ledger in plain.
 *
 * @param name empty when it has none
 * @param type free words, such as {@code og-image}
 * @param category free words, such as {@code marketing}
 * @param output what it is mostly drawn as: {@code image}, {@code pdf} or {@code gif}
 */
public record TemplateHead(
        String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String category,
        List<String> tags,
        String output) {
    public static final String IMAGE = "image";
    public static final String PDF = "pdf";
    public static final String GIF = "gif";

    public TemplateHead {
        tags = List.copyOf(tags);
    }

    /** A name and what it is, and nothing else. */
    public static TemplateHead of(String name, @Nullable String description) {
        return new TemplateHead(name, description, null, null, List.of(), IMAGE);
    }
}

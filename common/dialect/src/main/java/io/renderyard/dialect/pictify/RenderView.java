package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of rendering a template in one or several layouts; section 7.5. The first result is there once more, flat,
 * for readers of the older shape.
 *
 * @param pageCount of a document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RenderView(
        List<Result> results,
        List<Error> errors,
        int totalLayouts,
        int totalRendered,
        int totalErrors,
        String templateUid,
        @Nullable String url,
        @Nullable String id,
        @Nullable String createdAt,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String format,
        @Nullable ImageView image) {
    /**
     * One layout's picture.
     *
     * @param layout its key
     * @param name for people
     */
    public record Result(
            String layout, String name, String url, int width, int height, String format, String id, String createdAt) {
        public static Result of(String layout, String name, ImageView image) {
            return new Result(
                    layout,
                    name,
                    image.url(),
                    image.width(),
                    image.height(),
                    image.format(),
                    image.id(),
                    image.createdAt());
        }
    }

    /** One layout of which there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Error(
            String layout, String error, @Nullable String code) {}

    /** @param first picture of the first result; null when there is none */
    public static RenderView of(
            String templateUid, List<Result> results, List<Error> errors, @Nullable ImageView first) {
        return new RenderView(
                List.copyOf(results),
                List.copyOf(errors),
                results.size() + errors.size(),
                results.size(),
                errors.size(),
                templateUid,
                first == null ? null : first.url(),
                first == null ? null : first.id(),
                first == null ? null : first.createdAt(),
                first == null ? null : first.width(),
                first == null ? null : first.height(),
                first == null ? null : first.format(),
                first);
    }
}

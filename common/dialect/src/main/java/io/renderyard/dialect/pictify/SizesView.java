package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of rendering a template in several sizes; section 7.7. */
public record SizesView(
        List<Result> results,
        List<Error> errors,
        int totalSizes,
        int totalRendered,
        int totalErrors,
        String templateUid) {
    /** The picture of one size, and how large it came out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Nullable String label, int width, int height, String url, String id, String format, String createdAt) {
        public static Result of(SizeRequests.Sized size, ImageView image) {
            return new Result(
                    size.label(),
                    image.width(),
                    image.height(),
                    image.url(),
                    image.id(),
                    image.format(),
                    image.createdAt());
        }
    }

    /** One size, as it was asked for, of which there is no picture. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Error(
            @Nullable String label,
            int width,
            int height,
            String error,
            @Nullable String code) {
        public static Error of(SizeRequests.Sized size, String error, @Nullable String code) {
            return new Error(size.label(), size.width(), size.height(), error, code);
        }
    }

    public static SizesView of(String templateUid, List<Result> results, List<Error> errors) {
        return new SizesView(
                List.copyOf(results),
                List.copyOf(errors),
                results.size() + errors.size(),
                results.size(),
                errors.size(),
                templateUid);
    }
}

package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.image.Image;
import java.util.List;

/**
 * A page of pictures, newest first; section 8.3.
 *
 * @param nextPageToken empty on the last page: clients take no null
 */
public record ImagePage(
        List<Entry> images,
        @JsonProperty("next_page_token") String nextPageToken,
        @JsonProperty("has_next_page") boolean hasNextPage) {

    /** One picture of a page. */
    public record Entry(
            String id,
            String url,
            @JsonProperty("created_at") String createdAt) {}

    /** @param found one more than {@code limit} where there is a next page */
    public static ImagePage of(List<Image> found, int limit, ImageLinks links) {
        boolean more = found.size() > limit;
        List<Image> shown = more ? found.subList(0, limit) : found;
        return new ImagePage(
                shown.stream()
                        .map(image -> new Entry(
                                image.id().toString(), links.image(image.id(), null), Times.of(image.createdAt())))
                        .toList(),
                more ? PageToken.of(shown.getLast().id()) : "",
                more);
    }
}

package io.renderyard.dialect.hcti;

import java.util.List;

/** The answer to a request for several pictures, in its order; section 8.1. */
public record ImagesCreated(List<ImageCreated> images) {
    public ImagesCreated {
        images = List.copyOf(images);
    }
}

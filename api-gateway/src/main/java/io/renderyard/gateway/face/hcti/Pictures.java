package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.image.Drawn;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.job.Failure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Shows images, once they are drawn; sections 5.1 and 5.4. */
@Component
class Pictures {
    private final ImageLedger ledger;
    private final ImageMaker maker;
    private final StoredImages stored;

    Pictures(ImageLedger ledger, ImageMaker maker, StoredImages stored) {
        this.ledger = ledger;
        this.maker = maker;
        this.stored = stored;
    }

    void show(ImageId id, ImageOptions options, ServletWebRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Refusal.ofAny(options.errors());
        Image image = there(id);
        switch (maker.draw(image, options.format().rendition())) {
            case Drawn.Ready(var artifact, var at) ->
                stored.serve(id.toString(), artifact, at, options, request, response);
            case Drawn.Failed(Failure failure, Duration again) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(again.toSeconds() + 1));
                throw Refusal.of(status(failure), failure.message());
            }
            case Drawn.CalledOff() -> {
                Image unused = there(id);
                throw Refusal.of(HttpStatus.CONFLICT, "Drawing this image was called off. Ask again to have it drawn.");
            }
            case Drawn.Lost() ->
                throw Refusal.of(
                        HttpStatus.GONE, "This image was to be rendered once, it was, and it is no longer kept.");
            case Drawn.Late() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                throw Refusal.of(
                        HttpStatus.REQUEST_TIMEOUT, "This image is still being rendered. Ask again in a moment.");
            }
        }
    }

    /** Asked again when its job was called off, since deleting it does that. */
    private Image there(ImageId id) {
        Image image = ledger.find(id).orElseThrow(Pictures::unknown);
        if (image.deleted()) {
            throw gone();
        }
        return image;
    }

    static RuntimeException gone() {
        return Refusal.of(HttpStatus.GONE, "This image was deleted.");
    }

    static RuntimeException unknown() {
        return Refusal.of(HttpStatus.NOT_FOUND, "There is no image at this address.");
    }

    private static HttpStatus status(Failure failure) {
        return switch (failure.code()) {
            case TIMEOUT -> HttpStatus.REQUEST_TIMEOUT;
            case SELECTOR_NOT_FOUND,
                    EGRESS_REFUSED,
                    NAVIGATION_FAILED,
                    HTTP_ERROR,
                    CONSOLE_ERROR,
                    RESOURCE_FAILED,
                    OPTION_REFUSED,
                    SCRIPT_FAILED,
                    NOTHING_MOVES,
                    VARIABLES_REFUSED,
                    INVALID_ITEM,
                    PROMPT_REFUSED,
                    REFERENCE_UNAVAILABLE,
                    CREDITS_EXHAUSTED,
                    MODEL_UNAVAILABLE,
                    MODEL_FAILED,
                    MODEL_TIMEOUT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PICTURE_TOO_LARGE, TOOL_MISSING, RESOURCE_LIMIT, BROWSER_CRASHED, WORKER_LOST, STORAGE, INTERNAL ->
                HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}

package io.renderyard.worker.painting;

import io.renderyard.egress.ServiceAnswer;
import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.PictureException;
import io.renderyard.imaging.PictureType;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.time.Duration;

/** Fetches the pictures that models are to go by. Each is held in memory until its model has answered, so room is bounded. */
final class References {
    private static final long MOST_BYTES = 20_000_000;
    private static final long ROOM = 10 * MOST_BYTES;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final DecodeLimits LIMITS = new DecodeLimits(30_000, 40_000_000, MOST_BYTES);

    private final Fetch fetch;
    private final Room room;

    /** A way to the outside, which judges addresses and follows a few redirects. */
    interface Fetch {
        ServiceAnswer<byte[]> download(URI address, Duration atMost, long mostBytes) throws InterruptedException;
    }

    References(Fetch fetch) {
        this(fetch, new Room(ROOM));
    }

    References(Fetch fetch, Room room) {
        this.fetch = fetch;
        this.room = room;
    }

    /** @param patience how long to wait until there is room for it */
    Reference fetch(URI address, Duration patience) throws RenderException, InterruptedException {
        Room.Share share = room.take(MOST_BYTES, patience)
                .orElseThrow(() -> new RenderException(
                        FailureCode.MODEL_TIMEOUT,
                        "The farm had no room for the reference image within the job's time. Submit the job again."));
        try {
            byte[] bytes = bytes(fetch.download(address, LONGEST, MOST_BYTES));
            String contentType = contentType(bytes);
            share.keep(bytes.length);
            return new Reference(bytes, contentType, address, share);
        } catch (RenderException | InterruptedException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private static byte[] bytes(ServiceAnswer<byte[]> answer) throws RenderException {
        return switch (answer) {
            case ServiceAnswer.Responded<byte[]> responded when responded.status() == 200 -> responded.body();
            case ServiceAnswer.Responded<byte[]> responded ->
                throw unavailable("its server answers with status " + responded.status());
            case ServiceAnswer.Refused<byte[]> _ ->
                throw unavailable("its address, or one that it leads to, is not publicly accessible");
            case ServiceAnswer.Unreachable<byte[]>(String why) -> throw unavailable(why);
            case ServiceAnswer.Late<byte[]> _ ->
                throw unavailable("it did not arrive within %d s".formatted(LONGEST.toSeconds()));
            case ServiceAnswer.TooLarge<byte[]> _ ->
                throw unavailable("it has more than %d MB".formatted(MOST_BYTES / 1_000_000));
        };
    }

    private static String contentType(byte[] bytes) throws RenderException {
        try {
            return contentType(LIMITS.judge(bytes).type());
        } catch (PictureException e) {
            throw new RenderException(FailureCode.REFERENCE_UNAVAILABLE, message(String.valueOf(e.getMessage())), e);
        }
    }

    private static String contentType(PictureType type) throws RenderException {
        return switch (type) {
            case PNG -> "image/png";
            case JPEG -> "image/jpeg";
            case WEBP -> "image/webp";
            case GIF -> "image/gif";
            case AVIF -> throw unavailable("it is an AVIF, which models do not read");
        };
    }

    private static RenderException unavailable(String why) {
        return new RenderException(FailureCode.REFERENCE_UNAVAILABLE, message(why + "."));
    }

    private static String message(String why) {
        return "The reference image cannot be used: " + why
                + " Give the public address of a PNG, JPEG, WebP or GIF of at most 20 MB and 40 megapixels.";
    }
}

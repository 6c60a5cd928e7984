package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns one request into a submission, or into the list of everything that is wrong with it. */
final class JobRequestCheck {
    private static final int DEFAULT_WIDTH = 1200;
    private static final int DEFAULT_HEIGHT = 630;
    private static final int DEFAULT_QUALITY = 80;
    private static final int MAX_URL = 2_048;
    private static final int MAX_METADATA = 50;
    private static final int MAX_METADATA_TEXT = 500;
    private static final double MAX_PIXELS = 100_000_000;

    private static final JobRequest.Output NO_OUTPUT = new JobRequest.Output(null, null, null, null, null);
    private static final JobRequest.Capture NO_CAPTURE = new JobRequest.Capture(null, null);

    private final JobRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    JobRequestCheck(JobRequest request) {
        this.request = request;
    }

    Reading check(TenantId tenant) {
        Source source = source(request.source());
        Viewport viewport = viewport(Objects.requireNonNullElse(request.output(), NO_OUTPUT));
        PictureFormat format = format(Objects.requireNonNullElse(request.output(), NO_OUTPUT));
        Area area = area(Objects.requireNonNullElse(request.capture(), NO_CAPTURE));
        URI webhook = request.webhookUrl() == null ? null : address("webhookUrl", request.webhookUrl());
        Map<String, String> metadata = metadata(Objects.requireNonNullElse(request.metadata(), Map.of()));
        if (!errors.isEmpty() || source == null) {
            return new Reading.Wrong(List.copyOf(errors));
        }
        RenderSpec spec = RenderSpec.plain(source, viewport, format)
                .with(Additions.css(request.css()))
                .with(Framing.of(area));
        return new Reading.Understood(new Submission(tenant, spec, Lane.of(spec), webhook, metadata));
    }

    private @Nullable Source source(JobRequest.@Nullable Source source) {
        if (source == null || (source.html() == null && source.url() == null)) {
            wrong("source", "is required: either {\"html\": …} or {\"url\": …}");
            return null;
        }
        if (source.html() != null && source.url() != null) {
            wrong("source", "must have html or url, not both");
            return null;
        }
        if (source.html() == null) {
            URI address = address("source.url", Objects.requireNonNull(source.url()));
            return address == null ? null : new Source.Url(address);
        }
        if (source.html().isBlank()) {
            wrong("source.html", "must not be empty");
        }
        return new Source.Html(source.html());
    }

    private Viewport viewport(JobRequest.Output output) {
        int width = within("output.width", output.width(), DEFAULT_WIDTH, 1, Viewport.MAX_SIDE);
        int height = within("output.height", output.height(), DEFAULT_HEIGHT, 1, Viewport.MAX_SIDE);
        double scale = Objects.requireNonNullElse(output.deviceScale(), 1.0);
        if (!(scale >= Viewport.MIN_SCALE && scale <= Viewport.MAX_SCALE)) {
            wrong("output.deviceScale", "must be between " + Viewport.MIN_SCALE + " and " + Viewport.MAX_SCALE);
        }
        Viewport viewport = new Viewport(width, height, scale);
        if (viewport.pixels() > MAX_PIXELS) {
            wrong("output", "width × height × deviceScale² must not be more than 100 million pixels");
        }
        return viewport;
    }

    private PictureFormat format(JobRequest.Output output) {
        String format = Objects.requireNonNullElse(output.format(), "png");
        int quality = within("output.quality", output.quality(), DEFAULT_QUALITY, 1, 100);
        return switch (format) {
            case "png" -> {
                if (output.quality() != null) {
                    wrong("output.quality", "is for jpeg and webp only; a png is always exact");
                }
                yield new PictureFormat.Png();
            }
            case "jpeg" -> new PictureFormat.Jpeg(quality);
            case "webp" -> new PictureFormat.Webp(quality);
            default -> {
                wrong("output.format", "must be png, jpeg or webp");
                yield new PictureFormat.Png();
            }
        };
    }

    private Area area(JobRequest.Capture capture) {
        boolean fullPage = Boolean.TRUE.equals(capture.fullPage());
        String selector = capture.selector();
        if (selector == null) {
            return fullPage ? new Area.FullPage() : new Area.Window();
        }
        if (fullPage) {
            wrong("capture", "must have selector or fullPage, not both");
        }
        if (selector.isBlank()) {
            wrong("capture.selector", "must not be empty");
        }
        return new Area.Element(selector);
    }

    private @Nullable URI address(String field, String text) {
        if (text.length() > MAX_URL) {
            wrong(field, "must not be longer than " + MAX_URL + " characters");
            return null;
        }
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme());
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                wrong(field, "must be an absolute address that starts with http:// or https://");
                return null;
            }
            // As it is written: for hosts that URI does not like, such as a_b, it takes nothing apart.
            String authority = address.getRawAuthority();
            if (authority == null || authority.startsWith(":")) {
                wrong(field, "must name a host");
                return null;
            }
            if (authority.indexOf('@') >= 0) {
                wrong(field, "must not carry a user name or password");
                return null;
            }
            return address;
        } catch (URISyntaxException e) {
            wrong(field, "must be a valid address; percent-encode special characters (" + e.getReason() + ")");
            return null;
        }
    }

    private Map<String, String> metadata(Map<String, @Nullable String> metadata) {
        if (metadata.size() > MAX_METADATA) {
            wrong("metadata", "must not have more than " + MAX_METADATA + " entries");
        }
        metadata.forEach((key, value) -> {
            if (value == null) {
                wrong("metadata." + key, "must be a string");
            } else if (key.length() > MAX_METADATA_TEXT || value.length() > MAX_METADATA_TEXT) {
                wrong("metadata." + key, "must not be longer than " + MAX_METADATA_TEXT + " characters");
            } else if (key.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                wrong("metadata." + key.replace("\0", ""), "must not hold the character U+0000");
            }
        });
        return errors.isEmpty() ? Map.copyOf(metadata) : Map.of();
    }

    private int within(String field, @Nullable Integer value, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        if (value < least || value > most) {
            wrong(field, "must be between " + least + " and " + most);
            return otherwise;
        }
        return value;
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}

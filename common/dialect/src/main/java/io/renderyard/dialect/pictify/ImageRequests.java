package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.PictureFormat;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests for one picture; sections 4.1, 4.4, 5.1 and 5.2. */
public final class ImageRequests {
    private static final int LARGEST_ANIMATION = 2_000;
    private static final double LONGEST_RECORDING = 30;
    private static final double USUAL_RECORDING = 5;
    private static final double FASTEST = 50;
    private static final int LONGEST_TEXT = 5_000;

    private ImageRequests() {}

    /** {@code POST /image}. */
    public static Reading<PictureRequest> image(byte[] bytes) {
        return Members.of(bytes)
                .map(body -> body.orWrong(new PictureRequest(
                        SubjectReader.read(body),
                        new DrawingReader(body)
                                .read(OutputFormat.read(
                                        body, PdfOptions.read(body).pdf())))))
                .orElseGet(ImageRequests::unreadable);
    }

    /** {@code POST /gif}. */
    public static Reading<PictureRequest> gif(byte[] bytes) {
        return Members.of(bytes)
                .map(body -> {
                    Subject subject = SubjectReader.read(body);
                    Double seconds =
                            body.number(body.which("frameDurationSeconds", "duration"), 0.1, LONGEST_RECORDING);
                    return body.orWrong(new PictureRequest(subject, animation(body, seconds)));
                })
                .orElseGet(ImageRequests::unreadable);
    }

    /** {@code POST /gif/capture}: a recording of a page for some time. */
    public static Reading<PictureRequest> capture(byte[] bytes) {
        return Members.of(bytes)
                .map(body -> {
                    URI address = body.address("url");
                    if (!body.has("url")) {
                        body.wrong("url", "is required", "MISSING_URL");
                    }
                    double seconds = body.number("frameDurationSeconds", USUAL_RECORDING, 1, LONGEST_RECORDING);
                    Drawing drawing = animation(body, seconds);
                    return body.orWrong(new PictureRequest(
                            new Subject.Address(address == null ? URI.create("http://wrong.invalid/") : address),
                            drawing));
                })
                .orElseGet(ImageRequests::unreadable);
    }

    private static Drawing animation(Members body, @Nullable Double seconds) {
        Optional<GifQuality> quality = body.choice("quality", List.of("low", "medium", "high"), "INVALID_QUALITY")
                .map(word -> GifQuality.valueOf(word.toUpperCase(Locale.ROOT)));
        GifQuality preset = quality.orElse(GifQuality.MEDIUM);
        double rate = body.number("framesPerSecond", preset.framesPerSecond(), 1, FASTEST);
        PictureFormat.Gif gif =
                preset.gif(seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1_000)), rate);
        return new DrawingReader(body).read(new OutputFormat("gif", gif), LARGEST_ANIMATION);
    }

    /** {@code POST /image/og-image}: a template whose variables have names of their own. */
    public static Reading<PictureRequest> card(byte[] bytes) {
        return Members.of(bytes)
                .map(body -> {
                    Map<String, @Nullable Object> variables = SubjectReader.variables(body, "variables");
                    Map<String, @Nullable Object> all = new LinkedHashMap<>(variables);
                    for (String name : List.of("heading", "description", "logo")) {
                        String text = body.text(name, LONGEST_TEXT);
                        if (text != null) {
                            all.put(name, text);
                        }
                    }
                    String template = body.required("template", LONGEST_TEXT);
                    return body.orWrong(new PictureRequest(
                            new Subject.Templated(template, all), Drawing.plain(OutputFormat.USUAL, null, null, 1)));
                })
                .orElseGet(ImageRequests::unreadable);
    }

    static <T> Reading<T> unreadable() {
        return new Reading.Wrong<>(List.of());
    }
}

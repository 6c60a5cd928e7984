package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.JobId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the next page begins: base64 of the last job's id. */
public final class PageKey {
    /** How many a page has at most; contract {@code pictory.md}, section 5. */
    public static final int SIZE = 100;

    private PageKey() {}

    static String of(JobId last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The job after which the page begins; empty when the text is no key of ours. */
    public static Optional<JobId> read(String key) {
        try {
            return JobId.parse(new String(Base64.getUrlDecoder().decode(key), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** @param found up to one more than {@link #SIZE}, which shows that there is another page */
    static <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(found.size(), SIZE));
    }

    /** Of the page after this one; null when there is none. */
    static <T> @Nullable String next(List<T> found, Function<T, JobId> id) {
        return found.size() > SIZE ? of(id.apply(found.get(SIZE - 1))) : null;
    }
}

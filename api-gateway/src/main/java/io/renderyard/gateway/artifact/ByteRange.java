package io.renderyard.gateway.artifact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * The part of an artifact that a request wants.
 *
 * @param first offset of the first byte
 * @param length bytes
 */
record ByteRange(long first, long length) {
    /** What a Range header may come to. */
    sealed interface Wanted {
        record Whole() implements Wanted {}

        record Part(ByteRange range) implements Wanted {}

        record Unsatisfiable() implements Wanted {}
    }

    /** Several ranges, or a header that is none, mean the whole, which RFC 9110 allows. */
    static Wanted of(@Nullable String header, long size) {
        if (header == null) {
            return new Wanted.Whole();
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(header);
        } catch (IllegalArgumentException notARange) {
            return new Wanted.Whole();
        }
        if (ranges.size() != 1) {
            return new Wanted.Whole();
        }
        HttpRange range = ranges.getFirst();
        long first;
        try {
            first = range.getRangeStart(size);
        } catch (IllegalArgumentException beyond) {
            return new Wanted.Unsatisfiable();
        }
        if (first >= size) {
            return new Wanted.Unsatisfiable();
        }
        return new Wanted.Part(new ByteRange(first, range.getRangeEnd(size) - first + 1));
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}

package io.renderyard.dialect.hcti;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments on the wire: RFC 3339 with milliseconds, such as {@code 2020-07-19T17:16:43.987+00:00}. */
final class Times {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private Times() {}

    static String of(Instant moment) {
        return FORM.format(moment.atOffset(ZoneOffset.UTC));
    }
}

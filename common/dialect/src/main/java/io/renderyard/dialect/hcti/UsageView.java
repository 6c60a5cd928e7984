package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.image.ImageCount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many pictures were made; section 8.5. A billing period is a calendar month. */
public record UsageView(
        Data data, @JsonProperty("per_billing_period") List<Period> perBillingPeriod) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:00:00'Z'");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    /** By the beginning of each interval. */
    public record Data(Map<String, Long> hour, Map<String, Long> day, Map<String, Long> month) {}

    /** One month. */
    public record Period(@JsonProperty("total_images") long totalImages, String start, String end) {}

    /** @param months all there are, oldest first */
    public static UsageView of(
            List<ImageCount> hours, List<ImageCount> days, List<ImageCount> lastMonths, List<ImageCount> months) {
        return new UsageView(
                new Data(series(hours), series(days), series(lastMonths)),
                months.stream().map(UsageView::period).toList());
    }

    private static Map<String, Long> series(List<ImageCount> counts) {
        Map<String, Long> series = new LinkedHashMap<>();
        counts.forEach(count -> series.put(HOUR.format(count.from().atOffset(ZoneOffset.UTC)), count.images()));
        return series;
    }

    private static Period period(ImageCount month) {
        Instant end = month.from().atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        return new Period(month.images(), millis(month.from()), millis(end));
    }

    private static String millis(Instant moment) {
        return MILLIS.format(moment.atOffset(ZoneOffset.UTC));
    }
}

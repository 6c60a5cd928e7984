package io.renderyard.gateway.face.yard;

import io.renderyard.dialect.yard.UsagePage;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.RenderUsage;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Usage")
class RenderUsageController {
    private static final int MOST = 1_000;

    private final RenderUsage usage;
    private final InstantSource clock;

    RenderUsageController(RenderUsage usage, InstantSource clock) {
        this.usage = usage;
        this.clock = clock;
    }

    @Operation(
            summary = "Count renders",
            description =
                    "Accepted, succeeded and failed by hour, day or month of UTC, those included that are no longer"
                            + " kept. Needs usage:read.")
    @GetMapping("/api/v1/usage")
    ResponseEntity<UsagePage> count(
            @Parameter(hidden = true) @Needs(Scope.USAGE_READ) TenantId tenant,
            @Parameter(description = "day when missing", schema = @Schema(allowableValues = {"hour", "day", "month"}))
                    @RequestParam(name = "interval", required = false)
                    @Nullable
                    String interval,
            @Parameter(
                            description =
                                    "A moment such as 2026-11-01T00:00:00Z, whose interval is the first, up to 1000"
                                            + " intervals back; 72 hours, 60 days or 12 months when missing",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(name = "since", required = false)
                    @Nullable
                    String since) {
        Interval wanted = interval(interval);
        Instant from = since(since, wanted);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(UsagePage.of(wanted, from, usage.count(tenant, wanted, from)));
    }

    private static Interval interval(@Nullable String label) {
        if (label == null || label.isEmpty()) {
            return Interval.DAY;
        }
        return Arrays.stream(Interval.values())
                .filter(interval -> interval.label().equals(label))
                .findFirst()
                .orElseThrow(() -> wrong("interval", "must be hour, day or month"));
    }

    private Instant since(@Nullable String text, Interval interval) {
        if (text == null || text.isEmpty()) {
            return interval.before(clock.instant(), usually(interval) - 1);
        }
        Instant since = moment(text);
        Instant longAgo = interval.before(clock.instant(), MOST - 1);
        if (since.isBefore(longAgo)) {
            throw wrong("since", "must not be before " + longAgo + " where counts are by " + interval.label());
        }
        return interval.beginning(since);
    }

    private static int usually(Interval interval) {
        return switch (interval) {
            case HOUR -> 72;
            case DAY -> 60;
            case MONTH -> 12;
        };
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAMoment) {
            throw wrong("since", "must be a moment such as 2026-11-01T00:00:00Z");
        }
    }

    private static ProblemException wrong(String parameter, String message) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid parameter",
                "A query parameter is wrong; 'errors' says which.",
                List.of(new FieldError(parameter, message))));
    }
}

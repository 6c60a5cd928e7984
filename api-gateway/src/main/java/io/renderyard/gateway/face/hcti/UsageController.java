package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.UsageView;
import io.renderyard.kernel.image.ImageUsage;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts images; section 8.5. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class UsageController {
    private static final int HOURS = 72;
    private static final int DAYS = 60;
    private static final int MONTHS = 12;

    private final ImageUsage usage;
    private final InstantSource clock;

    UsageController(ImageUsage usage, InstantSource clock) {
        this.usage = usage;
        this.clock = clock;
    }

    @Operation(summary = "Count the images that were created")
    @GetMapping("/v1/usage")
    UsageView get(@Parameter(hidden = true) @Needs(Scope.USAGE_READ) TenantId tenant) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime today = now.truncatedTo(ChronoUnit.DAYS);
        return UsageView.of(
                usage.count(
                        tenant,
                        Interval.HOUR,
                        now.truncatedTo(ChronoUnit.HOURS).minusHours(HOURS - 1).toInstant()),
                usage.count(tenant, Interval.DAY, today.minusDays(DAYS - 1).toInstant()),
                usage.count(
                        tenant,
                        Interval.MONTH,
                        today.withDayOfMonth(1).minusMonths(MONTHS - 1).toInstant()),
                usage.count(tenant, Interval.MONTH, Instant.EPOCH));
    }
}

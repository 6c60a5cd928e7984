package io.renderyard.gateway.face.pictory;

import io.renderyard.dialect.pictory.CreditEntry;
import io.renderyard.dialect.pictory.CreditPeriod;
import io.renderyard.dialect.pictory.QuotaView;
import io.renderyard.kernel.painting.Credits;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what was used up; contract, section 10. */
@RestController
@Tag(name = "Pictory face")
class PictoryCreditsController {
    private final Credits credits;
    private final InstantSource clock;
    private final @Nullable BigDecimal limit;

    PictoryCreditsController(Credits credits, InstantSource clock, PromptSettings settings) {
        this.credits = credits;
        this.clock = clock;
        this.limit = settings.credits();
    }

    @Operation(summary = "Get what was used up this month, and of how much")
    @GetMapping("/pictoryapis/v1/quota")
    ResponseEntity<QuotaView> quota(@Parameter(hidden = true) @Needs(Scope.USAGE_READ) Credential credential) {
        return answer(QuotaView.of(credits.charged(credential.tenant(), now()), limit));
    }

    @Operation(
            summary = "List what was charged in a month, newest first",
            description = "The current month where none is named; up to twelve months back.")
    @GetMapping("/pictoryapis/v1/aicredits/usage")
    ResponseEntity<List<CreditEntry>> usage(
            @Parameter(hidden = true) @Needs(Scope.USAGE_READ) Credential credential,
            @Parameter(description = "Together with month") @RequestParam(required = false) @Nullable String year,
            @Parameter(description = "1 to 12") @RequestParam(required = false) @Nullable String month) {
        YearMonth now = now();
        YearMonth wanted = CreditPeriod.read(year, month, now)
                .orElseThrow(() -> WrongParameter.of("Send year (such as 2026) and month (1 to 12) together, or neither"
                        + " of them for this month."));
        return answer(
                CreditPeriod.isKept(wanted, now)
                        ? credits.charges(credential.tenant(), wanted).stream()
                                .map(CreditEntry::of)
                                .toList()
                        : List.of());
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}

package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.EventPage;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Events")
class EventController {
    private static final int SIZE = 100;
    private static final int LARGEST = 1_000;
    private static final int LONGEST_WAIT = 60;
    /** A number is given a moment after the change that wakes us, so we look again within this. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final EventFeed feed;
    private final JobChanges changes;
    private final ApiLinks links;

    EventController(EventFeed feed, JobChanges changes, WebSettings web) {
        this.feed = feed;
        this.changes = changes;
        this.links = new ApiLinks(web.baseUrl());
    }

    @Operation(
            summary = "Read events",
            description = "One per end of a job or batch, and batches' digests, numbered without gaps. Ask again with"
                    + " after=next.")
    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EventPage> list(
            @Parameter(hidden = true) TenantId tenant,
            @Parameter(description = "Only events with greater numbers; 0 when missing")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    String after,
            @Parameter(description = "1 to 1000; 100 when missing")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = "Held up to so many seconds (0 to 60) until there is one")
                    @RequestParam(name = "wait", required = false)
                    @Nullable
                    String wait)
            throws InterruptedException {
        long number = Parameters.number("after", after, 0, 0, Long.MAX_VALUE);
        int size = (int) Parameters.number("limit", limit, SIZE, 1, LARGEST);
        Duration patience = Duration.ofSeconds(Parameters.number("wait", wait, 0, 0, LONGEST_WAIT));
        List<Event> events = await(tenant, number, size + 1, patience);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(EventPage.of(events, size, number, links));
    }

    private List<Event> await(TenantId tenant, long after, int limit, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Semaphore woken = new Semaphore(0);
        try (var subscription = changes.subscribe(new Wake(woken))) {
            List<Event> events = feed.after(tenant, after, limit);
            while (events.isEmpty() && System.nanoTime() < deadline) {
                long left = Math.min(deadline - System.nanoTime(), LOOK.toNanos());
                boolean unused = woken.tryAcquire(left, TimeUnit.NANOSECONDS);
                woken.drainPermits();
                events = feed.after(tenant, after, limit);
            }
            return events;
        }
    }

    private record Wake(Semaphore woken) implements JobChanges.Listener {
        @Override
        public void changed(JobId job) {
            woken.release();
        }

        @Override
        public void missedSome() {
            woken.release();
        }
    }
}

package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.ThumbnailsView;
import io.renderyard.kernel.template.TemplateFilter;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws small pictures that are missing or older than their template, a bounded number at a time; section 7.7. */
@Component
class StaleThumbnails {
    private static final TemplateFilter ALL =
            new TemplateFilter(null, null, null, Set.of(), null, TemplateFilter.Order.NEWEST, null);
    private static final int PAGE = 100;
    private static final int PAGES = 10;
    private static final int MOST = 20;

    private final TemplateLedger ledger;
    private final Thumbnails thumbnails;
    private final SideBySide several;

    StaleThumbnails(TemplateLedger ledger, Thumbnails thumbnails, SideBySide several) {
        this.ledger = ledger;
        this.thumbnails = thumbnails;
        this.several = several;
    }

    /** Waits for them; those that take too long are drawn all the same. */
    ThumbnailsView renew(TenantId tenant) throws InterruptedException {
        Map<Thumbnails.State, List<TemplateVersion>> found = byState(tenant);
        // Those that failed come last, so that they never keep others from their turn.
        List<TemplateVersion> due = Stream.of(Thumbnails.State.STALE, Thumbnails.State.FAILED)
                .flatMap(state -> found.getOrDefault(state, List.of()).stream())
                .toList();
        SideBySide.Pictures<TemplateVersion> all =
                several.draw(due.subList(0, Math.min(MOST, due.size())), thumbnails::renew);
        int pending =
                (int) all.missing().stream().filter(one -> one.why().isLate()).count();
        return ThumbnailsView.of(
                all.drawn().size(),
                all.missing().size() - pending,
                found.getOrDefault(Thumbnails.State.CURRENT, List.of()).size(),
                pending,
                Math.max(0, due.size() - MOST));
    }

    private Map<Thumbnails.State, List<TemplateVersion>> byState(TenantId tenant) {
        Map<Thumbnails.State, List<TemplateVersion>> found = new EnumMap<>(Thumbnails.State.class);
        for (int page = 0; page < PAGES; page++) {
            List<TemplateVersion> versions = ledger.page(tenant, ALL, (long) page * PAGE, PAGE);
            for (TemplateVersion version : versions) {
                found.computeIfAbsent(thumbnails.state(version), _ -> new ArrayList<>())
                        .add(version);
            }
            if (versions.size() < PAGE) {
                break;
            }
        }
        return found;
    }
}

package io.renderyard.dialect.pictify;

import io.renderyard.kernel.subscription.SubscriptionLedger;
import java.util.List;

/** A page of subscriptions, newest first. */
public record SubscriptionPage(List<SubscriptionView> subscriptions, Pagination pagination) {
    /** @param total of all pages */
    public record Pagination(int page, int limit, long total, long totalPages, boolean hasNext, boolean hasPrev) {}

    public static SubscriptionPage of(SubscriptionLedger.Page page, SubscriptionQuery query) {
        long pages = Math.ceilDiv(page.total(), query.limit());
        return new SubscriptionPage(
                page.subscriptions().stream().map(SubscriptionView::of).toList(),
                new Pagination(
                        query.page(), query.limit(), page.total(), pages, query.page() < pages, query.page() > 1));
    }
}

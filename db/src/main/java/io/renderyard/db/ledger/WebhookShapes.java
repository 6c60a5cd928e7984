package io.renderyard.db.ledger;

import io.renderyard.kernel.job.Webhook;
import org.jspecify.annotations.Nullable;

/** Names of webhooks' shapes as rows have them: nothing stands for our own, which most of them are. */
public final class WebhookShapes {
    private WebhookShapes() {}

    public static @Nullable String stored(@Nullable Webhook webhook) {
        return webhook == null || webhook.shape().equals(Webhook.EVENT) ? null : webhook.shape();
    }

    public static String read(@Nullable String stored) {
        return stored == null ? Webhook.EVENT : stored;
    }
}

package io.renderyard.worker.painting;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.painting.PaintingLedger;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps in memory, and says whether credits are left. */
public final class PlayedPaintingLedger implements PaintingLedger {
    private final List<String> reserved = new CopyOnWriteArrayList<>();
    private final Map<String, String> handles = new ConcurrentHashMap<>();
    private volatile boolean poor;

    /** Nobody has any credits. */
    void empty() {
        poor = true;
    }

    /** What was set aside, such as {@code 1.2 of a-model within 100}. */
    List<String> reserved() {
        return reserved;
    }

    Map<String, String> handles() {
        return handles;
    }

    @Override
    public boolean reserve(
            Attempt attempt, TenantId tenant, String model, BigDecimal credits, @Nullable BigDecimal limit) {
        reserved.add("%s of %s within %s".formatted(credits, model, limit));
        return !poor;
    }

    @Override
    public Optional<String> remembered(Attempt attempt, String picture) {
        return Optional.ofNullable(handles.get(picture));
    }

    @Override
    public boolean remember(Attempt attempt, String picture, String handle) {
        handles.put(picture, handle);
        return true;
    }
}

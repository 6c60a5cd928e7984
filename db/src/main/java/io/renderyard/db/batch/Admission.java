package io.renderyard.db.batch;

import io.renderyard.db.ledger.ManyEnds;
import io.renderyard.db.outbox.Relay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Admits items, one batch and one step after the other. */
@Component
class Admission {
    /** Batches with something to admit and room for it, unless another batch of their tenant goes first. */
    private static final String OPEN = """
            select batch.id from batch
            where batch.finished_at is null and batch.paused_at is null and batch.cancel_reason is null
              and exists (select from job where job.batch_id = batch.id and %1$s)
              and batch.concurrency > (select count(*) from job where job.batch_id = batch.id and %2$s)
              and not exists (
                  select from batch higher
                  where higher.tenant_id = batch.tenant_id and higher.priority > batch.priority
                    and higher.finished_at is null and higher.paused_at is null and higher.cancel_reason is null
                    and exists (select from job where job.batch_id = higher.id and %1$s))
            order by batch.id""".formatted(Items.HELD, Items.IN_FLIGHT);

    /**
     * One step at a time for each tenant: two steps could else lead one picture twice, or each wait for the other. The
     * batch's own row keeps off whoever pauses or cancels it. Other dispatchers pass by both.
     */
    private static final String FENCE = """
            select id from batch
            where id = :batch and finished_at is null and paused_at is null and cancel_reason is null
              and pg_try_advisory_xact_lock(hashtext('renderyard admission'), hashtext(cast(tenant_id as text)))
            for no key update skip locked""";

    private final JdbcClient jdbc;
    private final Relay relay;
    private final ManyEnds ends;
    private final TransactionTemplate transaction;

    Admission(JdbcClient jdbc, Relay relay, ManyEnds ends, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.relay = relay;
        this.ends = ends;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A step of each batch that has something to admit. Returns how many items were admitted. */
    int round() {
        int admitted = 0;
        for (UUID batch : jdbc.sql(OPEN).query(UUID.class).list()) {
            admitted += step(batch);
        }
        return admitted;
    }

    /** Dying after the commit leaves the rings in the outbox, where any process finds them after five seconds. */
    private int step(UUID batch) {
        List<Admitted> admitted;
        try {
            admitted =
                    transaction.execute(status -> fence(batch).map(this::admit).orElse(List.of()));
        } catch (DuplicateKeyException aLeaderAppeared) {
            // A single submission of the same picture was accepted at this very moment; the next step follows it.
            return 0;
        }
        admitted.forEach(this::proclaim);
        return admitted.size();
    }

    private Optional<UUID> fence(UUID batch) {
        return jdbc.sql(FENCE).param("batch", batch).query(UUID.class).optional();
    }

    private List<Admitted> admit(UUID batch) {
        return jdbc.sql(AdmitStatement.TEXT)
                .param("batch", batch)
                .param("step", Items.STEP)
                .query(Admitted::read)
                .list();
    }

    private void proclaim(Admitted admitted) {
        switch (admitted) {
            case Admitted.Ended(ManyEnds.Ended end) -> ends.proclaim(end);
            case Admitted.Ready ready -> relay.publish(ready.ring());
            case Admitted.Following ignored -> {}
        }
    }
}

package io.renderyard.db.batch;

import io.renderyard.db.ledger.Followers;
import io.renderyard.db.ledger.ManyEnds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cancels all items of a batch that have not ended. Its reason is on the batch before the first of them ends, so that
 * nothing more is admitted, and the conductor finishes what was left half-way.
 */
@Component
class Cancellation {
    /** The attempt is closed only where one is open. */
    private static final String STEP = """
            with ended as (
                update job set state = 'CANCELLED', finished_at = now(), lease_until = null, turn = null,
                               cancel_reason = batch.cancel_reason
                from batch
                where batch.id = :batch and batch.cancel_reason is not null
                  and job.id in (select job.id from job where job.batch_id = :batch and %s
                                 limit :atMost for no key update %s)
                returning job.attempt, job.followed, """ + ManyEnds.RETURNING + """
            ),
            closed as (
                update attempt set ended_at = now(), outcome = 'CANCELLED'
                from ended
                where attempt.job_id = ended.id and attempt.number = ended.attempt and attempt.ended_at is null),
            """ + ManyEnds.RECORDED + """
            select recorded.job_id, recorded.id as event, rung.id as ring, ended.followed
            from ended join recorded on recorded.job_id = ended.id left join rung on rung.subject = recorded.id""";

    private static final String PASS_BY = "skip locked";
    private static final String WAIT = "";

    private final JdbcClient jdbc;
    private final ManyEnds ends;
    private final Followers followers;

    Cancellation(JdbcClient jdbc, ManyEnds ends, Followers followers) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.followers = followers;
    }

    /** Batches whose cancelling has begun and not finished. */
    List<UUID> halfWay() {
        return jdbc.sql("select id from batch where finished_at is null and cancel_reason is not null order by id")
                .query(UUID.class)
                .list();
    }

    /** Repeatable, and safe to do in several places at once. */
    void cancelItems(UUID batch) {
        List<ManyEnds.Ended> led = new ArrayList<>();
        cancel(batch, Items.HELD, ends::proclaim, led);
        cancel(batch, Items.IN_FLIGHT, ends::withdraw, led);
        // Last, since most who follow them were items of this batch too. Dying before leaves them to the sweeper.
        led.forEach(end -> followers.settle(end.job()));
    }

    /**
     * Passes by what others are about to write, and waits for each of those in the end: whoever waits while holding
     * others could wait for one who waits for him.
     */
    private void cancel(UUID batch, String which, Consumer<ManyEnds.Ended> proclaim, List<ManyEnds.Ended> led) {
        repeat(batch, which, PASS_BY, Items.STEP, proclaim, led);
        repeat(batch, which, WAIT, 1, proclaim, led);
    }

    private void repeat(
            UUID batch,
            String which,
            String others,
            int step,
            Consumer<ManyEnds.Ended> proclaim,
            List<ManyEnds.Ended> led) {
        List<Cancelled> cancelled;
        do {
            cancelled = jdbc.sql(STEP.formatted(which, others))
                    .param("batch", batch)
                    .param("atMost", step)
                    .query(Cancelled::read)
                    .list();
            cancelled.forEach(item -> proclaim.accept(item.end()));
            cancelled.stream().filter(Cancelled::followed).map(Cancelled::end).forEach(led::add);
        } while (!cancelled.isEmpty());
    }

    private record Cancelled(ManyEnds.Ended end, boolean followed) {
        static Cancelled read(ResultSet row, int number) throws SQLException {
            return new Cancelled(ManyEnds.Ended.read(row), row.getBoolean("followed"));
        }
    }
}

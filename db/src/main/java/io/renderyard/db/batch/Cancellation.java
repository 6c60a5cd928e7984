package io.renderyard.db.batch;

import io.renderyard.db.ledger.EndStatement;
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
    private static final int AT_ONCE = 4 * Items.STEP;

    /** The attempt is closed only where one is open. */
    private static final String STEP =
            """
            with ended as (
                update job set state = 'CANCELLED', finished_at = now(), lease_until = null, turn = null,
                               cancel_reason = batch.cancel_reason
                from batch
                where batch.id = :batch and batch.cancel_reason is not null and %s
                  and job.state in ('QUEUED', 'RUNNING') and
                """ + EndStatement.AS_SEEN + """

                returning job.attempt, job.followed, """ + ManyEnds.RETURNING + """
            ),
            closed as (
                update attempt set ended_at = now(), outcome = 'CANCELLED'
                from ended
                where attempt.job_id = ended.id and attempt.number = ended.attempt and attempt.ended_at is null),
            """ + ManyEnds.RECORDED + """
            select recorded.job_id, recorded.id as event, rung.id as ring, ended.followed
            from ended join recorded on recorded.job_id = ended.id left join rung on rung.subject = recorded.id""";

    private static final String SEVERAL = STEP.formatted("""
            job.id in (select job.id from job where job.batch_id = :batch and %s
                       limit :atMost for no key update skip locked)""");

    private static final String ONE = STEP.formatted("job.id = :job");

    private static final String LEFT = "select job.id from job where job.batch_id = :batch and %s limit :atMost";

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

    /**
     * Cancels so many of a batch's items that whoever waits for it, a client or other batches, need not wait for long.
     * Repeatable, and safe to do in several places at once.
     *
     * @return how many; there may be more as long as it is not 0
     */
    int cancelItems(UUID batch) {
        List<ManyEnds.Ended> led = new ArrayList<>();
        int cancelled = cancel(batch, Items.IN_FLIGHT, AT_ONCE, item -> {
            ends.withdraw(item.end());
            if (item.followed()) {
                led.add(item.end());
            }
        });
        cancelled += cancel(batch, Items.HELD, AT_ONCE - cancelled, item -> ends.proclaim(item.end()));
        if (cancelled < AT_ONCE) {
            // Most who follow them were items of this batch too. Dying before leaves them to the sweeper, as more does.
            led.forEach(end -> followers.settle(end.job()));
        }
        return cancelled;
    }

    /**
     * Passes by what others are about to write, and then waits for each of those by itself: whoever waits while holding
     * others could wait for one who waits for him.
     */
    private int cancel(UUID batch, String which, int atMost, Consumer<Cancelled> tell) {
        int all = 0;
        List<Cancelled> cancelled;
        do {
            cancelled = jdbc.sql(SEVERAL.formatted(which))
                    .param("batch", batch)
                    .param("atMost", Math.min(Items.STEP, atMost - all))
                    .query(Cancelled::read)
                    .list();
            cancelled.forEach(tell);
            all += cancelled.size();
        } while (!cancelled.isEmpty() && all < atMost);
        if (all < atMost) {
            for (UUID job : left(batch, which)) {
                all += cancelOne(batch, job, tell);
            }
        }
        return all;
    }

    private List<UUID> left(UUID batch, String which) {
        return jdbc.sql(LEFT.formatted(which))
                .param("batch", batch)
                .param("atMost", Items.STEP)
                .query(UUID.class)
                .list();
    }

    private int cancelOne(UUID batch, UUID job, Consumer<Cancelled> tell) {
        List<Cancelled> cancelled = jdbc.sql(ONE)
                .param("batch", batch)
                .param("job", job)
                .query(Cancelled::read)
                .list();
        cancelled.forEach(tell);
        return cancelled.size();
    }

    private record Cancelled(ManyEnds.Ended end, boolean followed) {
        static Cancelled read(ResultSet row, int number) throws SQLException {
            return new Cancelled(ManyEnds.Ended.read(row), row.getBoolean("followed"));
        }
    }
}

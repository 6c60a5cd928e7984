package io.renderyard.db.ledger;

import io.renderyard.kernel.event.EventType;

/**
 * The tail that every statement shares which ends jobs: event and ring in the same transaction as the state. It stands
 * on a first part named {@code ended} that returns {@link #RETURNING} and, as {@code event}, the id of the event to be.
 *
 * <p>Gives a row for each job that was ended, with the ring to be published. There is no ring when nobody is
 * to be told; see {@link Audience}.
 */
public final class EndStatement {
    static final String RETURNING =
            "job.id, job.tenant_id, job.attempt, job.spec_hash, job.webhook_url, job.batch_id, job.followed";

    /**
     * For whoever ends a job without having claimed it: a statement that waited for a claim would end the job, but cannot
     * see the attempt that was opened meanwhile, and would leave it open for ever. It ends nothing then, and is to be
     * repeated.
     */
    public static final String AS_SEEN = "job.attempt = (select seen.attempt from job seen where seen.id = job.id)";

    private EndStatement() {}

    /**
     * @param ended {@code ended as (…)}, an update of job that ends it, after further parts that it needs
     * @param attemptOutcome what the open attempt, if there is one, is closed with
     * @param more further parts in the form {@code , name as (…)}, or empty
     */
    static String of(String ended, EventType event, String attemptOutcome, String more) {
        return """
               with %s,
               closed as (
                   update attempt set ended_at = now(), outcome = '%s', failure = :failure
                   from ended where job_id = ended.id and number = ended.attempt and ended_at is null),
               recorded as (
                   insert into event (id, tenant_id, job_id, batch_id, type, occurred_at, fanned_out_at)
                   select event, tenant_id, id, batch_id, '%s', now(), case when %s then now() end
                   from ended returning id, fanned_out_at)%s,
               rung as (
                   insert into outbox (subject, claimed_until)
                   select id, now() + interval '5 seconds' from recorded where fanned_out_at is null
                   returning id, subject)
               select ended.id, ended.event, rung.id as ring, ended.followed
               from ended left join rung on rung.subject = ended.event""".formatted(ended, attemptOutcome, event.name(), Audience.none("ended"), more);
    }
}

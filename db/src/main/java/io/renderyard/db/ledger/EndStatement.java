package io.renderyard.db.ledger;

import io.renderyard.kernel.event.EventType;

/**
 * The tail that every statement shares which ends a job: event and ring in the same transaction as the state. It stands
 * on a first part named {@code ended} that returns {@code id}, {@code tenant_id} and {@code attempt} of the job.
 */
final class EndStatement {
    private EndStatement() {}

    /**
     * @param ended an update of job that ends it, returning {@code id, tenant_id, attempt}
     * @param attemptOutcome what the open attempt, if there is one, is closed with
     * @param more further parts in the form {@code , name as (…)}, or empty
     */
    static String of(String ended, EventType event, String attemptOutcome, String more) {
        return """
               with ended as (%s),
               closed as (
                   update attempt set ended_at = now(), outcome = '%s', failure = :failure
                   from ended where job_id = ended.id and number = ended.attempt and ended_at is null),
               recorded as (
                   insert into event (id, tenant_id, job_id, type, occurred_at)
                   select :event, tenant_id, id, '%s', now() from ended returning id)%s
               insert into outbox (subject, claimed_until)
               select id, now() + interval '5 seconds' from recorded
               returning id""".formatted(ended, attemptOutcome, event.name(), more);
    }
}

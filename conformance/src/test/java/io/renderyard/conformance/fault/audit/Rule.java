package io.renderyard.conformance.fault.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The rules of the audit, each a query that gives one text per breach. Besides the ledger's tables they read what
 * {@link Evidence} laid out: {@code answered(job)}, {@code received(id, sha256)} and {@code stored(path, sha256, age)}.
 */
enum Rule {
    SUBMISSIONS_ARE_JOBS(1, """
            select 'a 2xx was given for job ' || answered.job || ', which is not there'
            from answered left join job on job.id = answered.job where job.id is null
            union all
            select 'job ' || id || ' has no submission'
            from job left join job_spec on job_id = id
            -- what was drawn already ended when it was accepted, and nobody has to know how to draw it; what was cleaned is
            -- to be forgotten
            where job_id is null and cleaned_at is null and (state = 'SUCCEEDED' and attempt = 0 and finished_at = created_at) is not true"""),
    EVERYTHING_ENDS(2, """
            select 'job ' || id || ' is still ' || state
            from job where state not in ('SUCCEEDED', 'FAILED', 'CANCELLED')"""),
    ONE_END(3, """
            select 'job ' || job_id || ' has ' || count(*) || ' attempts that succeeded'
            from attempt where outcome = 'SUCCEEDED' group by job_id having count(*) > 1
            union all
            select 'job ' || job_id || ' has drawn ' || count(*) || ' artifacts'
            from artifact where job_id is not null group by job_id having count(*) > 1
            union all
            select 'job ' || job_id || ' has ' || count(*) || ' events'
            from event where job_id is not null group by job_id having count(*) > 1
            union all
            select 'job ' || job.id || ' is ' || state || ' and has the artifact ' || coalesce(artifact_id, 'none')
            from job where (state = 'SUCCEEDED') <> (artifact_id is not null)
            union all
            select 'job ' || job.id || ' is ' || state || ' and drew the artifact ' || artifact.id
            from job join artifact on job_id = job.id where state <> 'SUCCEEDED'"""),
    EVENTS_MATCH_STATES(4, """
            select 'event ' || event.id || ' says ' || type || ', job ' || job_id || ' is ' || state
            from event join job on job.id = job_id
            where type <> 'JOB_' || state
            union all
            select 'job ' || job.id || ' is ' || state || ' without an event'
            from job left join event on job_id = job.id
            where state in ('SUCCEEDED', 'FAILED', 'CANCELLED') and event.id is null
            union all
            select 'events of tenant ' || tenant_id || ' are numbered up to ' || max(number) || ', there are ' || count(number)
            from event where number is not null group by tenant_id having max(number) <> count(number)"""),
    DELIVERIES_MATCH_RECEIPTS(5, """
            select 'event ' || event.id || ' has no delivery to ' || webhook_url
            from event join job on job.id = job_id left join delivery on event_id = event.id and url = webhook_url
            where webhook_url is not null and delivery.id is null
            union all
            select 'delivery ' || delivery.id || ' counts as made and was never received'
            from delivery left join received on received.id = event_id::text
            where state = 'DELIVERED' and received.id is null and (select listening from evidence)
            union all
            select 'a receiver saw ' || received.id || ', which was never sent'
            from received left join delivery on event_id::text = received.id where delivery.id is null"""),
    ONE_BODY_PER_ID(6, """
            select 'a receiver saw ' || count(distinct sha256) || ' bodies with the id ' || id
            from received group by id having count(distinct sha256) > 1"""),
    ATTEMPTS_ARE_COUNTED(7, """
            select 'job ' || id || ' counts ' || job.attempt || ' attempts and has '
                   || coalesce(string_agg(number::text, ', ' order by number), 'none')
            from job left join attempt on job_id = id group by id
            having count(number) <> job.attempt or coalesce(max(number), 0) <> job.attempt
            union all
            select 'attempt ' || job_id || '#' || number || ' has no end'
            from attempt join job on job.id = job_id
            where ended_at is null and (state <> 'RUNNING' or number < attempt)
            union all
            select 'job ' || id || ' took ' || spent || ' attempts'
            from job where spent > (select max_attempts from evidence)"""),
    BYTES_MATCH_ROWS(8, """
            select 'artifact ' || id || ' has no bytes at ' || storage_key
            from artifact left join stored on path = storage_key where path is null and deleted_at is null
            union all
            select 'artifact ' || id || ' has other bytes than its row says'
            from artifact join stored on path = storage_key where stored.sha256 <> artifact.sha256
            union all
            select 'bytes at ' || path || ' belong to nothing'
            from stored left join artifact on path = storage_key
            where artifact.id is null and age > interval '1 hour'"""),
    RINGS_ARE_HANDED_ON(9, """
            select 'ring ' || id || ' for ' || subject || ' was not handed on' from outbox"""),
    BATCHES_ADD_UP(10, """
            select 'batch ' || batch.id || ' says ' || coalesce(succeeded || ' + ' || failed || ' + ' || cancelled, 'nothing')
                   || ' of ' || items || ', its jobs say ' || count(*) filter (where state = 'SUCCEEDED')
                   || ' + ' || count(*) filter (where state = 'FAILED')
                   || ' + ' || count(*) filter (where state = 'CANCELLED')
            from batch left join job on batch_id = batch.id and replaced_by is null
            group by batch.id
            having batch.finished_at is null or count(job.id) <> items
                or count(*) filter (where state = 'SUCCEEDED') <> succeeded
                or count(*) filter (where state = 'FAILED') <> failed
                or count(*) filter (where state = 'CANCELLED') <> cancelled"""),
    PICTURES_ARE_CHARGED_ONCE(13, """
            select 'artifact ' || artifact.id || ' was painted by ' || coalesce(backend, 'no model') || ' for '
                   || coalesce(artifact.credits, 0) || ' credits, its job was charged ' || coalesce(painting.credits, 0)
            from artifact left join painting on painting.job_id = artifact.job_id and charged_at is not null
            where artifact.job_id is not null
              and coalesce(painting.credits, 0) <> case when backend <> 'preview' then artifact.credits else 0 end
            union all
            select 'job ' || job.id || ' was charged and is ' || state
            from painting join job on job.id = painting.job_id
            where charged_at is not null and state <> 'SUCCEEDED'""");

    private final int number;
    private final String breaches;

    Rule(int number, String breaches) {
        this.number = number;
        this.breaches = breaches;
    }

    int number() {
        return number;
    }

    String breaches() {
        return breaches;
    }

    static List<Rule> all() {
        return Arrays.asList(values());
    }

    @Override
    public String toString() {
        return "rule " + number + " (" + name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}

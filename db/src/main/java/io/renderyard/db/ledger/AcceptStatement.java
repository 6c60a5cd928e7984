package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ArtifactRow;

/**
 * The statement that accepts one job. It gives one row, or none when nothing was written: because the key is known
 * already, or because the job that draws the same picture ended or appeared at this very moment.
 */
final class AcceptStatement {
    private static final String KEY = "key as (" + IdempotencyKeys.TAKE + "),\n";

    /**
     * A picture that is old in keeping becomes young again with the job that is given it; one that is young cannot be
     * expired meanwhile.
     */
    private static final String SHARED = """
            found as (
                select id, kept_since from artifact
                where tenant_id = :tenant and spec_hash = :hash and expired_at is null
                  and created_at > now() - :window * interval '1 millisecond'
                order by created_at desc limit 1),
            renewed as (
                update artifact set kept_since = now() from found
                where artifact.id = found.id and artifact.expired_at is null
                  and found.kept_since < now() - interval '1 hour'
                returning artifact.id),
            warm as (
                select id from found where kept_since >= now() - interval '1 hour' union all select id from renewed),
            drawing as (
                select id, lane, lane = 'BATCH' and state = 'QUEUED' and :lane = 'INTERACTIVE' as promoted from job
                where tenant_id = :tenant and spec_hash = :hash and leads and state in ('QUEUED', 'RUNNING')
                  and not exists (select from warm)%s),
            leader as (
                update job set followed = true,
                               lane = case when drawing.promoted then :lane else job.lane end,
                               turn = case when drawing.promoted and turn is not null
                                           then TURN else turn end
                from drawing where job.id = drawing.id and job.state in ('QUEUED', 'RUNNING')
                returning job.id, job.lane, drawing.promoted and job.turn is not null as moved),
            """.replace("TURN", Turn.last(":lane", ":tenant") + " + 1");

    private static final String NOBODY = """
            warm as (select cast(null as text) as id where false),
            drawing as (select where false),
            leader as (select cast(null as uuid) as id, cast(null as text) as lane, false as moved where false),
            """;

    private static final String REST =
            """
            accepted as (
                insert into job (id, tenant_id, lane, state, metadata, webhook_url, created_at, finished_at,
                                 due_at, turn, rung_at, spec_hash, leads, follows, artifact_id)
                select :id, :tenant, :lane, case when warm.id is null then 'QUEUED' else 'SUCCEEDED' end,
                       cast(:metadata as jsonb), :webhook, now(), case when warm.id is not null then now() end,
                       case when ready then now() end, case when ready then TURN end, case when ready then now() end,
                       cast(:hash as uuid), ready and cast(:hash as uuid) is not null, leader.id, warm.id
                from KEYS left join warm on true left join leader on true
                     cross join lateral (select warm.id is null and leader.id is null as ready) as fate
                where leader.id is not null or not exists (select from drawing)
                on conflict (tenant_id, spec_hash) where leads and state in ('QUEUED', 'RUNNING') do nothing
                returning id, lane, tenant_id, state, created_at, finished_at, due_at, artifact_id),
            specified as (
                insert into job_spec (job_id, spec, markup, variables)
                select id, :spec, :markup, :variables from accepted where finished_at is null),
            recorded as (
                insert into event (id, tenant_id, job_id, type, occurred_at, fanned_out_at)
                select :event, tenant_id, id, 'JOB_SUCCEEDED', now(), case when cast(:webhook as text) is null then now() end
                from accepted where finished_at is not null
                returning id, fanned_out_at),
            rung as (
                insert into outbox (subject, lane, claimed_until)
                select subject, lane, now() + interval '5 seconds'
                from (select id as subject, lane from accepted where due_at is not null
                      union all select id, null from recorded where fanned_out_at is null
                      union all select leader.id, leader.lane from leader join accepted on true where moved) as owed
                returning id, subject, lane)
            select accepted.state, accepted.created_at, accepted.due_at,
                   rung.id as ring, rung.subject as rung_subject, rung.lane as rung_lane, %s
            from accepted left join rung on true left join artifact on artifact.id = accepted.artifact_id""".formatted(ArtifactRow.COLUMNS).replace("TURN", Turn.last(":lane", ":tenant") + " + 1");

    private static final String ALONE = compose(false, false);
    private static final String ALONE_KEYED = compose(false, true);
    private static final String SHARING = compose(true, false);
    private static final String SHARING_KEYED = compose(true, true);

    private AcceptStatement() {}

    /**
     * @param shared whether the picture may be another's; the parameters are then {@code hash} and {@code window}
     * @param keyed whether there is an idempotency key
     */
    static String of(boolean shared, boolean keyed) {
        if (shared) {
            return keyed ? SHARING_KEYED : SHARING;
        }
        return keyed ? ALONE_KEYED : ALONE;
    }

    private static String compose(boolean shared, boolean keyed) {
        String share = shared ? SHARED.formatted(keyed ? " and exists (select from key)" : "") : NOBODY;
        return "with " + (keyed ? KEY : "") + share + REST.replace("KEYS", keyed ? "key" : "(select) as one");
    }
}

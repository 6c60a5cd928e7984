package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.db.usage.RenderMeter;
import io.renderyard.kernel.job.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statement that accepts jobs: an array for each column, a place in all of them for each job. */
final class AcceptStatement {
    /**
     * Gives a row for each job that it wrote, and passes over those that need more: whose picture is drawn by another
     * job just now, or is so old that it must be made young again. Whoever changes several such rows would wait in no
     * order for others who do the same.
     */
    static final String TOGETHER = compose("", "asked", """
            warm as (
                select asker, id from found where kept_since >= now() - interval '1 hour'),
            drawing as (
                select asked.id as asker from asked join job on tenant_id = tenant and spec_hash = hash
                where leads and state in ('QUEUED', 'RUNNING')
                union all select asker from found where kept_since < now() - interval '1 hour'),
            leader as (
                select cast(null as uuid) as asker, cast(null as uuid) as id, cast(null as text) as lane, false as moved
                where false),
            """);

    /**
     * For one job. No row comes back, and nothing is written, when the job that draws the same picture ended or appeared
     * at this very moment.
     */
    static final String ALONE = compose("", "asked", shared(""));

    /** As {@link #ALONE}, and nothing comes back either when the key is known already; then it may have been written. */
    static final String KEYED = compose(
            "key as (" + IdempotencyKeys.TAKE + "),\n",
            "asked join key on key.subject = asked.id",
            shared("and exists (select from key)"));

    private AcceptStatement() {}

    /**
     * A picture that is old in keeping becomes young again with the job that is given it; one that is young cannot be
     * expired meanwhile.
     */
    private static String shared(String more) {
        return """
                renewed as (
                    update artifact set kept_since = now() from found
                    where artifact.id = found.id and artifact.expired_at is null
                      and found.kept_since < now() - interval '1 hour'
                    returning artifact.id),
                warm as (
                    select asker, id from found
                    where kept_since >= now() - interval '1 hour' or id in (select id from renewed)),
                drawing as (
                    select asked.id as asker, tenant, asked.lane as wanted, job.id,
                           job.lane = 'BATCH' and state = 'QUEUED' and asked.lane = 'INTERACTIVE' as promoted
                    from asked join job on tenant_id = tenant and spec_hash = hash
                    where leads and state in ('QUEUED', 'RUNNING') and not exists (select from warm) %s),
                leader as (
                    update job set followed = true,
                                   lane = case when promoted then wanted else job.lane end,
                                   turn = case when promoted and turn is not null then %s + 1 else turn end
                    from drawing where job.id = drawing.id and job.state in ('QUEUED', 'RUNNING')
                    returning asker, job.id, job.lane, promoted and job.turn is not null as moved),
                """.formatted(more, Turn.last("wanted", "tenant"));
    }

    private static String compose(String key, String askers, String share) {
        return """
                with asked as (
                    select * from unnest(
                        cast(:ids as uuid[]), cast(:events as uuid[]), cast(:tenants as uuid[]), cast(:lanes as text[]),
                        cast(:metadata as text[]), cast(:webhooks as text[]), cast(:shapes as text[]), cast(:specs as text[]),
                        cast(:markups as bytea[]), cast(:variables as text[]), cast(:paints as boolean[]),
                        cast(:hashes as uuid[]), cast(:windows as bigint[]))
                    as asked (id, event, tenant, lane, metadata, webhook, shape, spec, markup, variables, paints, hash,
                              millis)),
                %1$s
                found as (
                    select asked.id as asker, near.id, near.kept_since
                    from asked cross join lateral (
                        select id, kept_since from artifact
                        where tenant_id = tenant and spec_hash = hash and expired_at is null
                          and created_at > now() - millis * interval '1 millisecond'
                        order by created_at desc limit 1) as near),
                %3$s
                accepted as (
                    insert into job (id, tenant_id, lane, state, metadata, webhook_url, webhook_shape, painted, created_at,
                                     finished_at, due_at, turn, rung_at, spec_hash, leads, follows, artifact_id)
                    select asked.id, tenant, asked.lane, case when warm.id is null then 'QUEUED' else 'SUCCEEDED' end,
                           cast(metadata as jsonb), webhook, shape, paints, now(),
                           case when warm.id is not null then now() end,
                           case when ready then now() end,
                           case when ready
                                then %4$s + row_number() over (partition by asked.lane, tenant, ready order by asked.id) end,
                           case when ready then now() end,
                           hash, ready and hash is not null, leader.id, warm.id
                    from %2$s left join warm on warm.asker = asked.id left join leader on leader.asker = asked.id
                         cross join lateral (select warm.id is null and leader.id is null as ready) as fate
                    where warm.id is not null or leader.id is not null
                       or not exists (select from drawing where asker = asked.id)
                    -- two who write the same ones wait for each other in one order
                    order by hash, asked.id
                    on conflict (tenant_id, spec_hash) where leads and state in ('QUEUED', 'RUNNING') do nothing
                    returning id, lane, tenant_id, state, created_at, finished_at, due_at, webhook_url, artifact_id),
                %6$s,
                specified as (
                    -- nobody draws what is there already, but the words for a painted picture are shown with it
                    insert into job_spec (job_id, spec, markup, variables)
                    select id, spec, markup, variables from accepted join asked using (id)
                    where finished_at is null or paints),
                recorded as (
                    insert into event (id, tenant_id, job_id, type, occurred_at, fanned_out_at)
                    select event, tenant_id, id, 'JOB_SUCCEEDED', now(), case when %7$s then now() end
                    from accepted join asked using (id) where finished_at is not null
                    returning id, job_id, fanned_out_at),
                owed as (
                    select id as owner, id as subject, lane from accepted where due_at is not null
                    union all select job_id, id, null from recorded where fanned_out_at is null
                    union all select asker, leader.id, leader.lane
                              from leader join accepted on accepted.id = asker where moved),
                rung as (
                    insert into outbox (subject, lane, claimed_until)
                    select subject, lane, now() + interval '5 seconds' from owed
                    returning id, subject, lane)
                select accepted.id as job, accepted.state, accepted.created_at, accepted.due_at,
                       rung.id as ring, rung.subject as rung_subject, rung.lane as rung_lane, %5$s
                from accepted left join owed on owed.owner = accepted.id left join rung on rung.subject = owed.subject
                     left join artifact on artifact.id = accepted.artifact_id""".formatted(
                        key,
                        askers,
                        share,
                        Turn.last("asked.lane", "tenant"),
                        ArtifactRow.COLUMNS,
                        RenderMeter.COUNTED,
                        Audience.none("accepted"));
    }

    static Map<String, @Nullable Object> parameters(List<Newcomer> newcomers) {
        Columns<Newcomer> columns = new Columns<>(newcomers);
        columns.put("ids", UUID[]::new, one -> one.id().value());
        columns.put("events", UUID[]::new, one -> one.event().value());
        columns.put("tenants", UUID[]::new, one -> one.tenant().value());
        columns.put("lanes", String[]::new, one -> one.lane().name());
        columns.put("metadata", String[]::new, Newcomer::metadata);
        columns.put("webhooks", String[]::new, Newcomer::webhook);
        columns.put("shapes", String[]::new, Newcomer::shape);
        columns.put("specs", String[]::new, one -> one.spec().spec());
        columns.put("markups", byte[][]::new, one -> one.spec().markup());
        columns.put("variables", String[]::new, Newcomer::variables);
        columns.put("paints", Boolean[]::new, Newcomer::painted);
        columns.put("hashes", UUID[]::new, Newcomer::hash);
        columns.put("windows", Long[]::new, one -> one.window().toMillis());
        return columns.parameters();
    }

    static Map<String, @Nullable Object> parameters(Newcomer newcomer, IdempotencyKey key, byte[] fingerprint) {
        Map<String, @Nullable Object> parameters = parameters(List.of(newcomer));
        parameters.put("tenant", newcomer.tenant().value());
        parameters.put("id", newcomer.id().value());
        parameters.put("key", key.value());
        parameters.put("fingerprint", fingerprint);
        return parameters;
    }
}

package io.renderyard.db.batch;

import io.renderyard.db.ledger.ManyEnds;
import io.renderyard.db.ledger.Turn;

/**
 * The statement that admits the next items of one batch. It stands on its batch's row being fenced off by the statement
 * before it, so that what it counts is true.
 *
 * <p>It gives a row for each item: with an event when it has ended, since its picture is there; with a lane when it is
 * ready; with neither when it follows another job. Items whose leader is being ended at this very moment are left for
 * the next step, which finds the picture.
 */
final class AdmitStatement {
    /** Also looks a little beyond what there is room for, since items whose picture is there need no room. */
    private static final String HELD = """
            with room as materialized (
                select id, tenant_id, lane, reuse_millis,
                       concurrency - (select count(*) from job where job.batch_id = batch.id and %s) as places
                from batch where id = :batch),
            held as materialized (
                select job.id, job.batch_row, job.spec_hash from job
                where job.batch_id = :batch and %s
                order by job.batch_row
                limit (select case when places > 0 then least(:step, places * 2 + 10) else 0 end from room)
                for no key update skip locked),
            hashes as (select distinct spec_hash as hash from held where spec_hash is not null),
            """.formatted(Items.IN_FLIGHT, Items.HELD);

    /** As for a single submission: a picture that is old in keeping becomes young, so that nobody expires it meanwhile. */
    private static final String SHARED = """
            found as materialized (
                select hashes.hash, near.id, near.kept_since
                from hashes cross join room cross join lateral (
                    select artifact.id, artifact.kept_since from artifact
                    where artifact.tenant_id = room.tenant_id and artifact.spec_hash = hashes.hash
                      and artifact.expired_at is null
                      and artifact.created_at > now() - room.reuse_millis * interval '1 millisecond'
                    order by artifact.created_at desc limit 1) as near),
            renewed as (
                update artifact set kept_since = now() from found
                where artifact.id = found.id and artifact.expired_at is null
                  and found.kept_since < now() - interval '1 hour'
                returning found.hash, artifact.id),
            warm as materialized (
                select hash, id from found where kept_since >= now() - interval '1 hour'
                union all select hash, id from renewed),
            drawing as materialized (
                select leader.id, hashes.hash
                from hashes cross join room
                     join job leader on leader.tenant_id = room.tenant_id and leader.spec_hash = hashes.hash
                where leader.leads and leader.state in ('QUEUED', 'RUNNING')
                  and not exists (select from warm where warm.hash = hashes.hash)),
            leader as materialized (
                select job.id, job.spec_hash as hash, job.followed from job
                where job.id in (select id from drawing) and job.state in ('QUEUED', 'RUNNING')
                for no key update skip locked),
            """;

    private static final String PLACED = """
            placed as (
                select held.id, held.batch_row, held.spec_hash, warm.id as artifact, leader.id as leader,
                       count(*) filter (where warm.id is null) over (order by held.batch_row) as taken,
                       first_value(held.id) over (partition by held.spec_hash order by held.batch_row) as first
                from held left join warm on warm.hash = held.spec_hash
                          left join leader on leader.hash = held.spec_hash
                where leader.id is not null
                   or not exists (select from drawing where drawing.hash = held.spec_hash)),
            admitted as materialized (
                select placed.id, placed.batch_row, placed.artifact,
                       case when leader is not null then leader
                            when spec_hash is not null and placed.first <> placed.id then placed.first end as follows,
                       spec_hash is not null as leads,
                       count(*) over (partition by spec_hash) > 1 as followed
                from placed join room on placed.taken <= room.places),
            """;

    private static final String WRITTEN =
            """
            ended as (
                update job set state = 'SUCCEEDED', finished_at = now(), artifact_id = admitted.artifact
                from admitted where job.id = admitted.id and admitted.artifact is not null
                returning %s),
            %s,
            following as (
                update job set follows = admitted.follows
                from admitted where job.id = admitted.id and admitted.artifact is null and admitted.follows is not null
                returning job.id),
            told as (
                update job set followed = true from leader
                where job.id = leader.id and not leader.followed
                  and exists (select from admitted where admitted.follows = leader.id)),
            last as materialized (select %s as turn from room),
            ready as (
                update job set due_at = now(), rung_at = now(), turn = next.turn, leads = next.leads,
                               followed = next.leads and next.followed
                from (select admitted.id, admitted.leads, admitted.followed,
                             last.turn + row_number() over (order by admitted.batch_row) as turn
                      from admitted cross join last
                      where admitted.artifact is null and admitted.follows is null) as next
                where job.id = next.id
                returning job.id, job.lane),
            called as (
                insert into outbox (subject, lane, claimed_until)
                select id, lane, now() + interval '5 seconds' from ready
                returning id, subject, lane),
            started as (
                update batch set started_at = now()
                where id = :batch and started_at is null and exists (select from admitted))
            select recorded.job_id, recorded.id as event, rung.id as ring, null as lane
            from recorded left join rung on rung.subject = recorded.id
            union all
            select subject, null, id, lane from called
            union all
            select id, null, null, null from following""".formatted(ManyEnds.RETURNING, ManyEnds.RECORDED, Turn.last("room.lane", "room.tenant_id"));

    static final String TEXT = HELD + SHARED + PLACED + WRITTEN;

    private AdmitStatement() {}
}

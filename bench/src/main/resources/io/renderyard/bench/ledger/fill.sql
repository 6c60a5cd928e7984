-- Finished jobs number renderyard.first to renderyard.latest, as if drawn in the past months: one every ten seconds, with
-- everything that a finished job leaves behind. Their ids are ordered by time, as all are.
set synchronous_commit = off;
-- Eight references for each job, all of them to rows that are written here.
set local session_replication_role = replica;

create temporary table old on commit drop as
select number,
       cast(lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0') || '7000a000'
            || lpad(to_hex(number), 12, '0') as uuid) as id,
       (select id from tenant order by created_at limit 1) as tenant_id,
       at
from (select number, now() - interval '400 days' + number * interval '10 seconds' as at
      from generate_series(cast(current_setting('renderyard.first') as int),
                           cast(current_setting('renderyard.latest') as int)) as number) as numbered;

with picture as (
    insert into artifact (id, tenant_id, job_id, attempt, storage_key, content_type, size, width, height, sha256,
                          receipt, created_at, kept_since)
    select md5('artifact' || number), tenant_id, id, 1, 'aab/' || id || '-1.png', 'image/png', 137, 1, 1,
           encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), '{"title":"Card","address":"about:blank"}', at, at
    from old)
insert into job (id, tenant_id, lane, state, metadata, attempt, spent, due_at, rung_at, worker,
                 created_at, started_at, finished_at, artifact_id)
select id, tenant_id, 'INTERACTIVE', 'SUCCEEDED', '{}', 1, 1, at, at, 'worker-1',
       at, at, at + interval '60 milliseconds', md5('artifact' || number)
from old;

insert into job_spec (job_id, spec, markup)
select id, repeat('{"viewport":{"width":1200,"height":630}}', 20),
       convert_to('<!doctype html><title>Card</title><h1>Job ' || number || '</h1><p>Nobody looks at this.</p>', 'UTF8')
from old;

insert into attempt (job_id, number, worker, started_at, ended_at, outcome)
select id, 1, 'worker-1', at, at + interval '60 milliseconds', 'SUCCEEDED'
from old;

-- Numbered before all others, so that the tenant's own count goes on where it is.
insert into event (id, tenant_id, number, job_id, type, occurred_at, fanned_out_at)
select cast(md5('event' || number) as uuid), tenant_id, number - 1000000000, id, 'JOB_SUCCEEDED', at, at
from old;

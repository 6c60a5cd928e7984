package io.renderyard.conformance.fault.audit;

import java.util.List;

/** What a defect of the farm could leave in the database, past constraints that it would have to lack. */
enum PlantedRow {
    A_JOB_WITHOUT_A_SUBMISSION(1, "delete from job_spec where job_id = (select min(id::text)::uuid from job)"),
    A_JOB_LEFT_QUEUED(2, Unguarded.JOBS, """
            with forgotten as (
                update job set state = 'QUEUED', finished_at = null, cancel_reason = null where state = 'CANCELLED'
                returning id)
            delete from event where job_id in (select id from forgotten)""", "update event set number = null"),
    A_JOB_LEFT_RUNNING(2, Unguarded.JOBS, """
            with forgotten as (
                update job set state = 'RUNNING', finished_at = null, lease_until = now() + interval '1 hour',
                               failure_code = null, failure_message = null
                where state = 'FAILED' returning id),
            reopened as (
                update attempt set ended_at = null, outcome = null from forgotten where job_id = id)
            delete from event where job_id in (select id from forgotten)""", "update event set number = null"),
    A_SECOND_SUCCESS(3, """
            update job set attempt = 2, spent = 2 where state = 'SUCCEEDED'""", """
            insert into attempt (job_id, number, worker, started_at, ended_at, outcome)
            select job_id, 2, worker, started_at, ended_at, outcome from attempt where outcome = 'SUCCEEDED'"""),
    A_SECOND_ARTIFACT(3, "alter table artifact drop constraint artifact_job_id_key", """
            insert into artifact (id, tenant_id, job_id, attempt, storage_key, content_type, size, width, height, sha256,
                                  receipt)
            select 'second', tenant_id, job_id, attempt, storage_key, content_type, size, width, height, sha256, receipt
            from artifact"""),
    AN_ARTIFACT_OF_A_FAILED_JOB(3, """
            update artifact set job_id = (select id from job where state = 'FAILED')"""),
    A_SUCCESS_WITHOUT_AN_ARTIFACT(3, Unguarded.JOBS, "update job set artifact_id = null"),
    A_SECOND_EVENT(3, "alter table event drop constraint event_job_id_key", """
            with minted as (
                insert into event (id, tenant_id, number, job_id, type, occurred_at, fanned_out_at)
                select gen_random_uuid(), tenant_id, 4, job_id, type, occurred_at, fanned_out_at from event limit 1
                returning id)
            insert into delivery (id, event_id, url, body, state, due_at)
            select gen_random_uuid(), id, (select url from delivery limit 1), '{}', 'PENDING', now() from minted"""),
    AN_EVENT_THAT_LIES(4, "update event set type = 'JOB_FAILED' where type = 'JOB_SUCCEEDED'"),
    AN_END_WITHOUT_AN_EVENT(4, "delete from event where number = 3"),
    A_GAP_IN_THE_NUMBERS(4, "update event set number = 5 where number = 3"),
    A_MISSING_DELIVERY(5, "delete from delivery where state = 'DELIVERED'"),
    A_MISSING_ATTEMPT(7, "delete from attempt where outcome = 'FAILED'"),
    AN_ATTEMPT_WITHOUT_AN_END(7, "update attempt set ended_at = null, outcome = null where outcome = 'FAILED'"),
    TOO_MANY_ATTEMPTS(7, "update job set attempt = 4, spent = 4 where state = 'FAILED'", """
            insert into attempt (job_id, number, worker, started_at, ended_at, outcome)
            select job_id, extra, worker, started_at, ended_at, outcome
            from attempt cross join generate_series(2, 4) as extra where outcome = 'FAILED'"""),
    A_ROW_WITH_ANOTHER_HASH(8, "update artifact set sha256 = repeat('0', 64)"),
    A_RING_THAT_STAYS(9, "insert into outbox (subject, claimed_until) values (gen_random_uuid(), now())"),
    A_BATCH_THAT_MISCOUNTS(10, "update batch set succeeded = 0, failed = 1"),
    A_BATCH_WITHOUT_ITS_ITEM(10, "update job set batch_id = null, batch_row = null"),
    A_BATCH_THAT_NEVER_FINISHED(10, """
            update batch set finished_at = null, succeeded = null, failed = null, cancelled = null"""),
    A_PICTURE_THAT_WAS_NOT_CHARGED(13, "update artifact set backend = 'a-provider', credits = 2"),
    A_PICTURE_THAT_WAS_CHARGED_OTHERWISE(13, "update artifact set backend = 'a-provider', credits = 2", """
            insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
            select id, tenant_id, 'a-model', 4, now(), now() from job where state = 'SUCCEEDED'"""),
    A_PREVIEW_THAT_WAS_CHARGED(13, "update artifact set backend = 'preview', credits = 2", """
            insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
            select id, tenant_id, 'a-model', 2, now(), now() from job where state = 'SUCCEEDED'"""),
    A_FAILED_JOB_THAT_WAS_CHARGED(13, """
            insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
            select id, tenant_id, 'a-model', 2, now(), now() from job where state = 'FAILED'""");

    /** Statements that take the database's own guards away. */
    private static final class Unguarded {
        static final String JOBS = """
                do $$
                declare guard text;
                begin
                    alter table job disable trigger all;
                    for guard in select conname from pg_constraint where conrelid = 'job'::regclass and contype = 'c' loop
                        execute format('alter table job drop constraint %I', guard);
                    end loop;
                end $$""";
    }

    private final int rule;
    private final List<String> statements;

    PlantedRow(int rule, String... statements) {
        this.rule = rule;
        this.statements = List.of(statements);
    }

    int rule() {
        return rule;
    }

    List<String> statements() {
        return statements;
    }
}

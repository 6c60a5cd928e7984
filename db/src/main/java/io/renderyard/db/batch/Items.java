package io.renderyard.db.batch;

/** Where items stand, word for word as the ledger's partial indexes say it: else the planner reads all jobs. */
final class Items {
    /** Not admitted yet. */
    static final String HELD = "(job.state = 'QUEUED' and job.due_at is null and job.follows is null)";

    /** Admitted, and not ended. */
    static final String IN_FLIGHT =
            "(job.state = 'RUNNING' or job.state = 'QUEUED' and (job.due_at is not null or job.follows is not null))";

    /** A condition on {@code batch}: all its items have ended. */
    static final String ALL_ENDED = """
            not exists (select from job where job.batch_id = batch.id and %s)
            and not exists (select from job where job.batch_id = batch.id and %s)""".formatted(HELD, IN_FLIGHT);

    /** Rows that one statement writes at most. */
    static final int STEP = 500;

    private Items() {}
}

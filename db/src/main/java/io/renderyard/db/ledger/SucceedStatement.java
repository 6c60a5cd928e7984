package io.renderyard.db.ledger;

import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statement that ends jobs with their pictures: an array for each column, a place in all of them for each job. What was
 * reserved for one that a model painted is charged with it, as much as the picture says; previews are free.
 */
final class SucceedStatement {
    private static final String STORED = """
            ,
            stored as (
                insert into artifact (id, tenant_id, job_id, spec_hash, attempt, storage_key, content_type, size,
                                      width, height, frames, length_millis, pages, sha256, receipt, backend, credits,
                                      kept_since)
                select artifact, tenant_id, id, spec_hash, ended.attempt, storage_key, content_type, size,
                       width, height, frames, length_millis, pages, sha256, receipt, backend, trim_scale(credits),
                       case when kept then 'infinity' else now() end
                from ended join drawn on drawn.event = ended.event),
            -- as an array: a planner that is left to join them may rather read all that was ever charged
            charged as (
                update painting set charged_at = now(), credits = trim_scale(drawn.credits)
                from ended join drawn on drawn.event = ended.event
                where painting.job_id = any(array(
                          select ended.id from ended join drawn on drawn.event = ended.event
                          where drawn.backend <> '%s'))
                  and painting.job_id = ended.id and painting.charged_at is null)""".formatted(Painting.PREVIEW);

    /** Passes over jobs that somebody else is changing. Whoever writes several of them would else wait in no order. */
    static final String PASSING_OVER = of("for update of job skip locked");

    /** Waits for whoever is changing them, and so says which ending was faster. */
    static final String WAITING = of("for update of job");

    private SucceedStatement() {}

    private static String of(String lock) {
        return EndStatement.of(
                """
                drawn as (
                    select * from unnest(
                        cast(:jobs as uuid[]), cast(:attempts as int[]), cast(:events as uuid[]),
                        cast(:artifacts as text[]), cast(:keys as text[]), cast(:contentTypes as text[]),
                        cast(:sizes as bigint[]), cast(:widths as int[]), cast(:heights as int[]),
                        cast(:frames as int[]), cast(:lengths as int[]), cast(:pages as int[]),
                        cast(:sha256s as text[]), cast(:receipts as text[]), cast(:backends as text[]),
                        cast(:credits as numeric[]))
                    as drawn (job_id, attempt, event, artifact, storage_key, content_type, size, width, height,
                              frames, length_millis, pages, sha256, receipt, backend, credits)),
                held as (
                    select job.id, drawn.event, drawn.artifact
                    from drawn join job on job.id = drawn.job_id
                    where job.attempt = drawn.attempt and job.state = 'RUNNING' %s),
                ended as (
                    update job set state = 'SUCCEEDED', finished_at = now(), lease_until = null,
                                   artifact_id = held.artifact,
                                   kept = exists (select from image_drawing where image_drawing.job_id = job.id)
                    from held where job.id = held.id
                    returning %s, held.event, job.kept)""".formatted(lock, EndStatement.RETURNING), EventType.JOB_SUCCEEDED, "SUCCEEDED", STORED);
    }

    static Map<String, @Nullable Object> parameters(List<Success> successes) {
        Columns<Success> columns = new Columns<>(successes);
        columns.put("jobs", UUID[]::new, one -> one.attempt().job().value());
        columns.put("attempts", Integer[]::new, one -> one.attempt().number());
        columns.put("events", UUID[]::new, one -> one.event().value());
        columns.put("artifacts", String[]::new, one -> one.artifact().id().value());
        columns.put("keys", String[]::new, one -> one.artifact().key().path());
        columns.put("contentTypes", String[]::new, one -> one.artifact().contentType());
        columns.put("sizes", Long[]::new, one -> one.artifact().size());
        columns.put("widths", Integer[]::new, one -> extent(one).width());
        columns.put("heights", Integer[]::new, one -> extent(one).height());
        columns.put(
                "frames", Integer[]::new, one -> extent(one) instanceof Extent.Moving moving ? moving.frames() : null);
        columns.put(
                "lengths",
                Integer[]::new,
                one -> extent(one) instanceof Extent.Moving moving
                        ? Math.toIntExact(moving.length().toMillis())
                        : null);
        columns.put("pages", Integer[]::new, one -> extent(one) instanceof Extent.Paged paged ? paged.pages() : null);
        columns.put("sha256s", String[]::new, one -> one.artifact().sha256());
        columns.put("receipts", String[]::new, Success::receipt);
        columns.put(
                "backends",
                String[]::new,
                one -> painting(one).map(Painting::backend).orElse(null));
        columns.put(
                "credits",
                String[]::new,
                one -> painting(one)
                        .map(painting -> painting.credits().toPlainString())
                        .orElse(null));
        Map<String, @Nullable Object> parameters = columns.parameters();
        parameters.put("failure", null);
        return parameters;
    }

    private static Optional<Painting> painting(Success one) {
        return Optional.ofNullable(one.artifact().painting());
    }

    private static Extent extent(Success one) {
        return one.artifact().extent();
    }
}

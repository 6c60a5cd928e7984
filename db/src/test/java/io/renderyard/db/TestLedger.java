package io.renderyard.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.AttemptLedger.Claim;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as an application runs it, on a database of its own, with a doorbell that writes down what is rung. */
public final class TestLedger implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConfigurableApplicationContext context;
    private final TestDoorbell doorbell;
    private final Path secrets;

    private TestLedger(ConfigurableApplicationContext context, TestDoorbell doorbell, Path secrets) {
        this.context = context;
        this.doorbell = doorbell;
        this.secrets = secrets;
    }

    /** Made once per JVM and used by all tests that empty its tables first. Its doorbell holds nothing. */
    public static TestLedger shared() {
        Shared.LEDGER.clear();
        return Shared.LEDGER;
    }

    private static final class Shared {
        static final TestLedger LEDGER = on(TestPostgres.fresh());
    }

    /** Another process on this database, as it were. */
    public static TestLedger on(TestPostgres.Database database) {
        return on(database, Map.of());
    }

    /** @param settings that matter to the test */
    public static TestLedger on(TestPostgres.Database database, Map<String, String> settings) {
        try {
            Path secrets = Files.createTempDirectory("renderyard-secrets-it");
            secrets.toFile().deleteOnExit();
            var doorbell = new TestDoorbell(TestDoorbell.Mood.REFUSES);
            var context = new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .initializers((GenericApplicationContext bare) ->
                            bare.registerBean("doorbell", TestDoorbell.class, () -> doorbell))
                    .properties(Map.of(
                            "spring.config.name", "ledger",
                            "spring.main.banner-mode", "off",
                            "spring.datasource.url", database.getJdbcUrl(),
                            "spring.datasource.username", database.getUsername(),
                            "spring.datasource.password", database.getPassword(),
                            "renderyard.ledger.secrets", secrets.toString(),
                            "renderyard.doorbell.kind", "in-process"))
                    .properties(Map.copyOf(settings))
                    .run();
            return new TestLedger(context, doorbell, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not a component itself, so that nobody's scan finds it. */
    @EnableAutoConfiguration
    @Import(DbConfiguration.class)
    static class Parts {}

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return part(JdbcClient.class);
    }

    public TestDoorbell doorbell() {
        return doorbell;
    }

    /** The folder of the master key. */
    public Path secrets() {
        return secrets;
    }

    private void clear() {
        jdbc().sql("truncate tenant, outbox cascade").update();
        doorbell.rings().clear();
    }

    /** A tenant without credentials. */
    public TenantId tenant() {
        UUID id = UUID.randomUUID();
        jdbc().sql("insert into tenant (id, name, webhook_secret) values (:id, 'someone', '')")
                .param("id", id)
                .update();
        return new TenantId(id);
    }

    /** An accepted job of a new tenant. */
    public Job accepted() {
        return accepted(submission(tenant()));
    }

    public Job accepted(Submission submission) {
        return switch (part(SubmissionLedger.class).accept(submission, null)) {
            case Acceptance.Accepted<Job>(Job job) -> job;
            case Acceptance<Job> other -> throw new AssertionError("not accepted: " + other);
        };
    }

    /** A job of a new tenant in the hands of a worker. */
    public Attempt running() {
        return claimed(accepted().id());
    }

    /** As if it were its turn. */
    public Attempt claimed(JobId job) {
        jdbc().sql("update job set turn = -1000000 where id = :job and state = 'QUEUED' and due_at <= now()")
                .param("job", job.value())
                .update();
        Attempt attempt =
                claimNext().map(Claim::attempt).orElseThrow(() -> new AssertionError(job + " cannot be claimed"));
        assertThat(attempt.job()).isEqualTo(job);
        return attempt;
    }

    /** What it was given when it succeeded. */
    public Artifact drawn(Job job) {
        Attempt attempt = claimed(job.id());
        Artifact artifact = artifact(attempt);
        assertThat(part(AttemptLedger.class).succeed(attempt, artifact, RECEIPT))
                .isTrue();
        return artifact;
    }

    /** The interactive lane's next. */
    public Optional<Claim> claimNext() {
        return part(AttemptLedger.class).claim(Lane.INTERACTIVE, "a worker");
    }

    /** As if the gap before the next attempt were over. */
    public void makeDue(JobId job) {
        jdbc().sql("update job set due_at = now() - interval '1 second' where id = :job")
                .param("job", job.value())
                .update();
    }

    /** The job as its owner sees it. */
    public Job job(JobId id) {
        TenantId owner = new TenantId(one(UUID.class, "select tenant_id from job where id = ?", id.value()));
        return part(JobReader.class).find(owner, id).orElseThrow();
    }

    /** The single value of a query with positional parameters. */
    public <T> T one(Class<T> type, String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).query(type).single();
    }

    public long count(String sql, Object... parameters) {
        return one(Long.class, "select count(*) from " + sql, parameters);
    }

    public static Submission submission(TenantId tenant) {
        return submission(tenant, spec(new Source.Html("<p>hello")));
    }

    public static Submission submission(TenantId tenant, RenderSpec spec) {
        return submission(tenant, spec, Variables.NONE, Reuse.NONE);
    }

    public static Submission submission(TenantId tenant, RenderSpec spec, Variables variables, Reuse reuse) {
        return new Submission(
                tenant,
                spec,
                variables,
                Lane.INTERACTIVE,
                new Webhook(URI.create("https://receiver.example/hook")),
                Map.of("order", "7"),
                reuse);
    }

    /** Asked of a model. */
    public static Submission painted(TenantId tenant) {
        return submission(tenant, spec(new Source.Painted(PROMPT)));
    }

    public static final Prompt PROMPT =
            new Prompt("a lighthouse in fog", "seedream3.0", "16:9", "vintage", null, null, null, false);

    public static RenderSpec spec(Source source) {
        return RenderSpec.plain(source, new Viewport(1200, 630, 1), new PictureFormat.Png());
    }

    public static final Receipt RECEIPT = new Receipt(
            "A title",
            "https://example.com/",
            200,
            List.of(new Receipt.Step("load", Duration.ofMillis(12))),
            List.of("an error"),
            List.of(new Receipt.FailedRequest("https://example.com/a.png", "404")),
            List.of(new Receipt.BlockedRequest("http://10.0.0.1/", "egress")),
            "Chrome/156",
            "cd".repeat(32),
            Set.of(Receipt.Flag.SCALED_DOWN));

    public static Artifact artifact(Attempt attempt) {
        return new Artifact(
                ArtifactId.random(RANDOM),
                attempt.artifactKey("png"),
                "image/png",
                1234,
                new Extent.Still(1200, 630),
                "ab".repeat(32));
    }

    public static Artifact artifact(Attempt attempt, String backend, String credits) {
        return artifact(attempt).with(new Painting(backend, new BigDecimal(credits)));
    }

    @Override
    public void close() {
        context.close();
    }
}

package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReuseIT {
    private static final Failure NO_SELECTOR = new Failure(FailureCode.SELECTOR_NOT_FOUND, "'#a' matched nothing");
    private static final RenderSpec CARD = TestLedger.spec(new Source.Html("<p>a card"));

    private final TestLedger ledger = TestLedger.shared();
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void theSameContentIsAFinishedPictureAtOnce() {
        Artifact picture = ledger.drawn(accepted(CARD));

        Job warm = accepted(CARD);

        assertThat(warm.outcome()).isEqualTo(new Job.Succeeded(picture));
        assertThat(warm.finishedAt()).isEqualTo(warm.createdAt());
        assertThat(ledger.job(warm.id())).isEqualTo(warm);
        assertThat(eventsOf(warm)).isEqualTo("JOB_SUCCEEDED");
        assertThat(ledger.count("outbox where lane is null"))
                .as("rings for the events")
                .isEqualTo(2);
        assertThat(ledger.claimNext()).isEmpty();
    }

    @Test
    void anythingThatDecidesThePictureTellsThemApart() {
        Artifact unused = ledger.drawn(accepted(CARD));
        Variables ada = new Variables(Map.of("name", "Ada"));
        Variables painted = new Variables(Map.of(), Map.of("name", TestLedger.PROMPT));
        RenderSpec secret = CARD.with(new Traffic(
                List.of(new Traffic.Header("X-Key", new Secret("one"))),
                Set.of(),
                false,
                List.of(),
                null,
                List.of(),
                false,
                false));
        RenderSpec otherSecret = CARD.with(new Traffic(
                List.of(new Traffic.Header("X-Key", new Secret("two"))),
                Set.of(),
                false,
                List.of(),
                null,
                List.of(),
                false,
                false));

        List<Job> jobs = List.of(
                accepted(TestLedger.spec(new Source.Html("<p>another card"))),
                accepted(TestLedger.spec(new Source.Handlebars("<p>a card"))),
                ledger.accepted(TestLedger.submission(tenant, CARD, ada, Reuse.UNLIMITED)),
                ledger.accepted(TestLedger.submission(tenant, CARD, painted, Reuse.UNLIMITED)),
                ledger.accepted(TestLedger.submission(tenant, secret, Variables.NONE, Reuse.UNLIMITED)),
                ledger.accepted(TestLedger.submission(tenant, otherSecret, Variables.NONE, Reuse.UNLIMITED)),
                ledger.accepted(TestLedger.submission(ledger.tenant(), CARD, Variables.NONE, Reuse.UNLIMITED)));

        assertThat(jobs).extracting(Job::state).containsOnly(JobState.QUEUED);
        assertThat(ledger.count("job where follows is not null")).isZero();
        assertThat(ledger.count("job where spec_hash is not null")).isEqualTo(8);
    }

    @Test
    void theOrderOfVariablesAndOfSetsDoesNotMatter() {
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("b", 2);
        turned.put("a", 1);
        Map<String, Object> straight = new LinkedHashMap<>();
        straight.put("a", 1);
        straight.put("b", 2);
        List<ResourceType> types = List.of(ResourceType.FONT, ResourceType.IMAGE);
        RenderSpec rule = CARD.with(new Traffic(
                List.of(),
                Set.of(),
                false,
                List.of(),
                null,
                List.of(new BlockRule(null, Set.copyOf(types))),
                false,
                false));
        Artifact unused = ledger.drawn(
                ledger.accepted(TestLedger.submission(tenant, rule, new Variables(turned), Reuse.UNLIMITED)));

        assertThat(ledger.accepted(TestLedger.submission(tenant, rule, new Variables(straight), Reuse.UNLIMITED))
                        .state())
                .isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void whoSharesNothingNeitherTakesNorGives() {
        Artifact unused = ledger.drawn(ledger.accepted(TestLedger.submission(tenant, CARD)));
        assertThat(accepted(CARD).state()).isEqualTo(JobState.QUEUED);
        assertThat(ledger.accepted(TestLedger.submission(tenant, CARD)).state()).isEqualTo(JobState.QUEUED);
        assertThat(ledger.count("job where follows is not null")).isZero();
    }

    @Test
    void aPictureOlderThanTheWindowIsDrawnAnew() {
        Artifact unused = ledger.drawn(accepted(CARD));
        ledger.jdbc()
                .sql("update artifact set created_at = now() - interval '10 minutes'")
                .update();

        assertThat(within(Duration.ofMinutes(11)).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(within(Duration.ofMinutes(9)).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void anExpiredPictureIsDrawnAnew() {
        Artifact unused = ledger.drawn(accepted(CARD));
        ledger.jdbc().sql("update artifact set expired_at = now()").update();

        assertThat(accepted(CARD).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void aPictureThatIsGivenAgainIsKeptForItsWholeTimeFromThenOn() {
        Artifact unused = ledger.drawn(accepted(CARD));
        ledger.jdbc()
                .sql("update artifact set kept_since = now() - interval '20 days'")
                .update();

        assertThat(accepted(CARD).state()).isEqualTo(JobState.SUCCEEDED);

        assertThat(ledger.count("artifact where kept_since > now() - interval '1 minute'"))
                .isOne();
    }

    @Test
    void identicalJobsInFlightShareOneRender() {
        List<Job> jobs =
                IntStream.range(0, 5).mapToObj(number -> accepted(CARD)).toList();

        Attempt attempt = ledger.claimNext().orElseThrow().attempt();
        assertThat(ledger.claimNext()).as("the others are not drawn").isEmpty();
        Artifact picture = TestLedger.artifact(attempt);
        assertThat(attempts.succeed(attempt, picture, TestLedger.RECEIPT)).isTrue();

        assertThat(jobs).allSatisfy(job -> {
            assertThat(ledger.job(job.id()).outcome()).isEqualTo(new Job.Succeeded(picture));
            assertThat(eventsOf(job)).isEqualTo("JOB_SUCCEEDED");
        });
        assertThat(ledger.count("outbox where lane is null")).isEqualTo(5);
    }

    @Test
    void theyShareAFailureToo() {
        List<Job> jobs =
                IntStream.range(0, 3).mapToObj(number -> accepted(CARD)).toList();

        assertThat(attempts.fail(ledger.claimNext().orElseThrow().attempt(), NO_SELECTOR))
                .isTrue();

        assertThat(jobs).allSatisfy(job -> {
            assertThat(ledger.job(job.id()).outcome()).isEqualTo(new Job.Failed(NO_SELECTOR));
            assertThat(eventsOf(job)).isEqualTo("JOB_FAILED");
        });
    }

    @Test
    void aCancelledLeaderLeavesItsPlaceToTheNext() {
        Job leader = accepted(CARD);
        Job second = accepted(CARD);
        Job third = accepted(CARD);
        Attempt unused = ledger.claimNext().orElseThrow().attempt();

        cancel(leader);

        assertThat(ledger.job(second.id()).state()).isEqualTo(JobState.QUEUED);
        assertThat(ledger.part(JobSweeper.class).ringForDue()).isOne();
        Attempt attempt = ledger.claimNext().orElseThrow().attempt();
        assertThat(attempt.job()).isEqualTo(second.id());
        Artifact picture = TestLedger.artifact(attempt);
        assertThat(attempts.succeed(attempt, picture, TestLedger.RECEIPT)).isTrue();
        assertThat(ledger.job(third.id()).outcome()).isEqualTo(new Job.Succeeded(picture));
        assertThat(ledger.job(leader.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aFollowerThatIsCancelledLeavesTheOthersAlone() {
        Job leader = accepted(CARD);
        Job second = accepted(CARD);
        Job third = accepted(CARD);

        cancel(second);
        Artifact picture = ledger.drawn(leader);

        assertThat(ledger.job(second.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ledger.job(third.id()).outcome()).isEqualTo(new Job.Succeeded(picture));
    }

    @Test
    void followersOfOneWhoseEnderDiedAreSettledByTheSweeper() {
        Job leader = accepted(CARD);
        Job follower = accepted(CARD);
        ledger.jdbc().sql("update job set followed = false").update();
        Artifact picture = ledger.drawn(leader);
        assertThat(ledger.job(follower.id()).state()).isEqualTo(JobState.QUEUED);
        ledger.jdbc()
                .sql("update job set finished_at = finished_at - interval '2 seconds' where finished_at is not null")
                .update();

        assertThat(ledger.part(JobSweeper.class).settleFollowers()).isOne();

        assertThat(ledger.job(follower.id()).outcome()).isEqualTo(new Job.Succeeded(picture));
        assertThat(ledger.part(JobSweeper.class).settleFollowers()).isZero();
    }

    @Test
    void whoeverIsFollowedInAMoreUrgentLaneIsDrawnThere() {
        Job slow = ledger.accepted(inLane(Lane.BATCH));
        Job urgent = accepted(CARD);

        assertThat(attempts.claim(Lane.BATCH, "a worker")).isEmpty();
        assertThat(ledger.claimNext()).map(claim -> claim.attempt().job()).contains(slow.id());
        assertThat(ledger.count(
                        "outbox where subject = ? and lane = 'INTERACTIVE'",
                        slow.id().value()))
                .isOne();
        assertThat(ledger.job(urgent.id()).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whoeverIsFollowedByLessUrgentOnesStaysWhereItIs() {
        Job urgent = accepted(CARD);
        ledger.accepted(inLane(Lane.BATCH));

        assertThat(ledger.claimNext()).map(claim -> claim.attempt().job()).contains(urgent.id());
    }

    private Submission inLane(Lane lane) {
        return new Submission(tenant, CARD, Variables.NONE, lane, null, Map.of(), Reuse.UNLIMITED);
    }

    /** Accepting, completing and cancelling at the same moments: everybody ends, and each round draws once or, after a cancel, twice. */
    @Test
    void howeverTheyMeetEverybodyEndsOnce() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 60; round++) {
                RenderSpec spec = TestLedger.spec(new Source.Html("<p>round " + round));
                Job leader = accepted(spec);
                Attempt attempt = ledger.claimed(leader.id());
                boolean cancelled = round % 3 == 0;
                List<Callable<JobId>> steps = new ArrayList<>();
                for (int follower = 0; follower < 6; follower++) {
                    steps.add(() -> accepted(spec).id());
                }
                steps.add(() -> {
                    if (cancelled) {
                        cancel(leader);
                    } else {
                        attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT);
                    }
                    return leader.id();
                });

                List<JobId> jobs = race.run(steps);

                settle();
                for (JobId job : jobs) {
                    assertThat(ledger.job(job).state().isTerminal())
                            .as("round %s, job %s: %s", round, job, ledger.job(job))
                            .isTrue();
                }
                assertThat(ledger.count(
                                "attempt join job on job.id = attempt.job_id where spec_hash = (select spec_hash from job where id = ?)",
                                leader.id().value()))
                        .as("attempts of round %s", round)
                        .isEqualTo(cancelled ? 2 : 1);
            }
            assertThat(ledger.count("event")).isEqualTo(ledger.count("job"));
        }
    }

    /** What sweeper and workers would do. */
    private void settle() {
        JobSweeper sweeper = ledger.part(JobSweeper.class);
        ledger.jdbc()
                .sql("update job set finished_at = finished_at - interval '2 seconds' where finished_at is not null")
                .update();
        sweeper.settleFollowers();
        sweeper.ringForDue();
        ledger.claimNext()
                .ifPresent(claim ->
                        attempts.succeed(claim.attempt(), TestLedger.artifact(claim.attempt()), TestLedger.RECEIPT));
    }

    private Job within(Duration window) {
        return ledger.accepted(TestLedger.submission(tenant, CARD, Variables.NONE, new Reuse(window)));
    }

    private Job accepted(RenderSpec spec) {
        return ledger.accepted(TestLedger.submission(tenant, spec, Variables.NONE, Reuse.UNLIMITED));
    }

    private void cancel(Job job) {
        assertThat(ledger.part(JobCanceller.class).cancel(tenant, job.id(), "no longer wanted"))
                .isPresent();
    }

    private String eventsOf(Job job) {
        return String.join(
                ", ",
                ledger.jdbc()
                        .sql("select type from event where job_id = ?")
                        .param(job.id().value())
                        .query(String.class)
                        .list());
    }
}

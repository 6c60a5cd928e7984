package io.renderyard.worker.attempt;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Says what it is told to, and writes down what it is asked. */
final class PlayedLedger implements AttemptLedger {
    private static final RenderSpec SPEC =
            RenderSpec.plain(new Source.Html("<p>hello"), new Viewport(10, 10, 1), new PictureFormat.Png());

    private final JobId job = new JobId(UUID.randomUUID());
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Collection<Renewal>> renewals = new LinkedBlockingQueue<>();
    private volatile boolean taken;
    private volatile boolean fenced;
    private volatile boolean away;
    private volatile boolean many;
    private volatile @Nullable Artifact artifact;
    private volatile @Nullable Receipt receipt;
    private volatile Runnable afterClaiming = () -> {};
    private volatile Runnable afterWriting = () -> {};

    static Claim claimOf(JobId job) {
        return new Claim(new Attempt(job, 1), new TenantId(UUID.randomUUID()), SPEC, Variables.NONE);
    }

    /** Somebody else has every job. */
    void take() {
        taken = true;
    }

    /** A newer attempt, or a cancel, was faster. */
    void fence() {
        fenced = true;
    }

    void goAway() {
        away = true;
    }

    /** Each claim is of another job. */
    void haveMany() {
        many = true;
    }

    /** What happens after a claim is taken and before its owner hears of it. */
    void afterClaiming(Runnable step) {
        afterClaiming = step;
    }

    /** What happens after something is written and before its writer hears of it. */
    void afterWriting(Runnable step) {
        afterWriting = step;
    }

    /** Whose turn it always is. */
    JobId job() {
        return job;
    }

    /** What was written, such as {@code fail timeout}, in its order. */
    List<String> writes() {
        return writes;
    }

    @Nullable
    Artifact artifact() {
        return artifact;
    }

    @Nullable
    Receipt receipt() {
        return receipt;
    }

    BlockingQueue<Collection<Renewal>> renewals() {
        return renewals;
    }

    @Override
    public Optional<Claim> claim(Lane lane, String worker) {
        reach();
        if (taken) {
            return Optional.empty();
        }
        afterClaiming.run();
        return Optional.of(claimOf(many ? new JobId(UUID.randomUUID()) : job));
    }

    @Override
    public Set<Attempt> renew(Collection<Renewal> asked) {
        renewals.add(asked);
        reach();
        return fenced ? Set.of() : asked.stream().map(Renewal::attempt).collect(Collectors.toSet());
    }

    @Override
    public boolean release(Attempt attempt) {
        return write("release");
    }

    @Override
    public boolean succeed(Attempt attempt, Artifact stored, Receipt receipt) {
        boolean written = write("succeed");
        if (written) {
            artifact = stored;
            this.receipt = receipt;
        }
        return written;
    }

    @Override
    public boolean fail(Attempt attempt, Failure failure) {
        return write("fail " + failure.code().label());
    }

    private boolean write(String what) {
        reach();
        if (fenced) {
            return false;
        }
        writes.add(what);
        afterWriting.run();
        return true;
    }

    /** Like a pool of connections, which gives none to a thread that is interrupted. */
    private void reach() {
        if (away || Thread.currentThread().isInterrupted()) {
            throw new DataAccessResourceFailureException("the ledger is away");
        }
    }
}

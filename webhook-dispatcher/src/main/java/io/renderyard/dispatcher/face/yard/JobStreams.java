package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.JobView;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.kernel.job.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams a job's states as server-sent events: the one it is in, each further one, its progress, and the end. */
@Component
class JobStreams {
    private static final Logger log = LoggerFactory.getLogger(JobStreams.class);

    /** A comment this often tells proxies and clients that the stream is alive. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final JobWaiter waiter;
    private final Jobs jobs;

    JobStreams(JobWaiter waiter, Jobs jobs) {
        this.waiter = waiter;
        this.jobs = jobs;
    }

    SseEmitter open(Job job) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("stream-" + job.id()).start(() -> stream(job, emitter));
        return emitter;
    }

    private void stream(Job first, SseEmitter emitter) {
        try {
            Job last = first;
            send(emitter, last);
            while (!last.state().isTerminal()) {
                Job before = last;
                Job now = waiter.await(before.tenant(), before.id(), job -> differs(job, before), HEARTBEAT)
                        .orElse(before);
                if (differs(now, before)) {
                    send(emitter, now);
                } else {
                    emitter.send(SseEmitter.event().comment("still " + label(now)));
                }
                last = now;
            }
            emitter.complete();
        } catch (IOException | IllegalStateException clientGone) {
            log.debug("stream of job {} ended by its client", first.id());
        } catch (InterruptedException stopping) {
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }

    static boolean differs(Job one, Job other) {
        return one.state() != other.state()
                || one.attempts() != other.attempts()
                || !Objects.equals(progress(one), progress(other));
    }

    private static @Nullable Progress progress(Job job) {
        return job.outcome() instanceof Job.Running running ? running.progress() : null;
    }

    private void send(SseEmitter emitter, Job job) throws IOException {
        emitter.send(SseEmitter.event().name(label(job)).data(JobView.of(job, jobs.links())));
    }

    private static String label(Job job) {
        return job.state().name().toLowerCase(Locale.ROOT);
    }
}

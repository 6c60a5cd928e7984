package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.BatchView;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.process.web.WebSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams a batch's progress as server-sent events. It looks into the ledger while somebody listens and no more often
 * than it tells: of a batch that goes well something changes all the time, so being woken would save nothing.
 */
@Component
class BatchStreams {
    private static final Logger log = LoggerFactory.getLogger(BatchStreams.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    /** A comment after so many looks without anything new tells proxies and clients that the stream is alive. */
    private static final int QUIET_LOOKS = 30;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final BatchReader reader;
    private final ApiLinks links;
    private final InstantSource clock;

    BatchStreams(BatchReader reader, WebSettings web, InstantSource clock) {
        this.reader = reader;
        this.links = new ApiLinks(web.baseUrl());
        this.clock = clock;
    }

    SseEmitter open(Batch batch) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        CountDownLatch left = new CountDownLatch(1);
        emitter.onCompletion(left::countDown);
        emitter.onTimeout(left::countDown);
        emitter.onError(ignored -> left.countDown());
        Thread.ofVirtual().name("stream-" + batch.id()).start(() -> stream(batch, emitter, left));
        return emitter;
    }

    private void stream(Batch first, SseEmitter emitter, CountDownLatch left) {
        try {
            Batch told = first;
            send(emitter, told);
            int quiet = 0;
            while (told.finishedAt() == null && !left.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                Batch now = reader.find(first.tenant(), first.id()).orElse(told);
                quiet = now.equals(told) ? quiet + 1 : 0;
                if (quiet == 0) {
                    send(emitter, now);
                } else if (quiet % QUIET_LOOKS == 0) {
                    emitter.send(SseEmitter.event().comment("still " + label(now)));
                }
                told = now;
            }
            emitter.complete();
        } catch (IOException | IllegalStateException clientGone) {
            log.debug("stream of batch {} ended by its client", first.id());
        } catch (InterruptedException stopping) {
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }

    private void send(SseEmitter emitter, Batch batch) throws IOException {
        emitter.send(SseEmitter.event()
                .name(batch.finishedAt() == null ? "progress" : label(batch))
                .data(BatchView.of(batch, links, clock.instant())));
    }

    private static String label(Batch batch) {
        return batch.state().name().toLowerCase(Locale.ROOT);
    }
}

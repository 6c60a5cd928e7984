package io.renderyard.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one page may have, what it had, and what it was refused. Each connection belongs to one allowance for life, so
 * that whatever comes late counts for the page that asked for it.
 */
final class Allowance {
    private static final Logger log = LoggerFactory.getLogger(Allowance.class);

    private final TrafficLimits limits;
    private final int remembered;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final LinkedBlockingQueue<Refusal> refusals;
    private final Set<Cut> cuts = new LinkedHashSet<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean tunnelled;
    private volatile boolean ended;

    /** @param remembered refusals, and cuts */
    Allowance(TrafficLimits limits, int remembered) {
        this.limits = limits;
        this.remembered = remembered;
        refusals = new LinkedBlockingQueue<>(remembered);
    }

    /** Counts one request, to be called before anything is done for it. */
    void admit() throws LimitReached {
        if (bytes.get() >= limits.bytes()) {
            throw new LimitReached(TrafficLimit.BYTES, limits);
        }
        if (requests.incrementAndGet() > limits.requests()) {
            throw new LimitReached(TrafficLimit.REQUESTS, limits);
        }
    }

    /** The same bytes, counted. The chunk that would be too much is not handed on any more. */
    InputStream meter(InputStream in) {
        return new Metered(in);
    }

    void record(Refusal refusal, Verdict.Refused verdict) {
        log.debug("Refused {}:{}: {}", refusal.host(), refusal.port(), verdict.detail());
        boolean kept = refusals.offer(refusal);
        if (!kept) {
            log.debug("Too many refusals to remember this one");
        }
    }

    List<Refusal> drainRefusals() {
        var drained = new ArrayList<Refusal>();
        refusals.drainTo(drained);
        return List.copyOf(drained);
    }

    /** The latest are kept: the document that a page ends with is the last of its requests. */
    void record(String target, LimitReached reached) {
        log.debug("Cut {}: {}", target, reached.getMessage());
        synchronized (cuts) {
            boolean added = cuts.add(new Cut(target, reached.limit(), limits.sentence(reached.limit())));
            if (added && cuts.size() > remembered) {
                cuts.remove(cuts.iterator().next());
            }
        }
    }

    List<Cut> cuts() {
        synchronized (cuts) {
            return List.copyOf(cuts);
        }
    }

    /** To be called before a tunnel carries anything. */
    void noteTunnel() {
        tunnelled = true;
    }

    boolean hasTunnelled() {
        return tunnelled;
    }

    /** From now on {@link #end} closes the socket too. */
    void register(Socket socket) throws IOException {
        open.add(socket);
        if (ended) {
            release(socket);
            throw new IOException("the proxy serves another page now, or none");
        }
    }

    void release(Socket socket) {
        open.remove(socket);
        shut(socket);
    }

    /** Like {@link #release}, but the peer sees that something is missing. */
    void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            log.debug("Closed already: {}", e.getMessage());
        }
        release(socket);
    }

    /** Breaks off everything that is under way. */
    void end() {
        ended = true;
        open.forEach(this::release);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("Closing failed, which changes nothing: {}", e.getMessage());
        }
    }

    private final class Metered extends BlockInputStream {
        private final InputStream in;

        Metered(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            if (count > 0 && bytes.addAndGet(count) > limits.bytes()) {
                throw new LimitReached(TrafficLimit.BYTES, limits);
            }
            return count;
        }
    }
}

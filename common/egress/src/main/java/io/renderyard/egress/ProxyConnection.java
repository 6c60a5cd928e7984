package io.renderyard.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client connection, from its request to its end. The caller closes the client's socket afterwards. */
final class ProxyConnection implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(ProxyConnection.class);
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final int LINGER_MILLIS = 500;
    private static final int MOST_INTERIM_ANSWERS = 16;
    private static final String UNREADABLE = "(unreadable)";

    private final EgressProxy proxy;
    private final Allowance allowance;
    private final Socket client;
    private final IdleClock idle;
    private boolean answered;
    /** True while an answer of ours could be taken for the server's own. */
    private boolean answersWouldPassForTheServers;

    private String target = UNREADABLE;

    private CountDownLatch requestBody = new CountDownLatch(0);

    ProxyConnection(EgressProxy proxy, Allowance allowance, Socket client) {
        this.proxy = proxy;
        this.allowance = allowance;
        this.client = client;
        idle = new IdleClock(proxy.limits().idle());
    }

    @Override
    public void run() {
        try {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(idle.watch(client), BodyFraming.BUFFER);
            Optional<MessageHead> head = MessageHead.request(in);
            if (head.isPresent()) {
                serveWithinLimits(ProxyRequest.of(head.get()), in);
            }
        } catch (RefusedTarget e) {
            allowance.record(new Refusal(UNREADABLE, 0, e.verdict().reason()), e.verdict());
            answer(403, "Forbidden", e.verdict().reason().sentence());
        } catch (BadMessage e) {
            answer(400, "Bad Request", "Not a request this proxy understands: " + e.getMessage());
        } catch (IOException e) {
            log.debug("A connection ended early: {}", e.toString());
        }
    }

    private void serveWithinLimits(ProxyRequest request, InputStream in) throws IOException {
        target = request.name();
        try {
            allowance.admit();
            serve(request, allowance.meter(in));
        } catch (LimitReached e) {
            cut(e);
        }
    }

    /** What has begun cannot be answered any more; the client sees that it breaks off. */
    private void cut(LimitReached reached) {
        allowance.record(target, reached);
        if (answered) {
            allowance.reset(client);
        } else {
            answer(403, "Forbidden", String.valueOf(reached.getMessage()));
        }
    }

    private void serve(ProxyRequest request, InputStream in) throws IOException {
        switch (request) {
            case ProxyRequest.Tunnel(Host host, int port) -> {
                Socket server = reach(host, port);
                if (server != null) {
                    allowance.noteTunnel();
                    try {
                        tunnel(in, server);
                    } finally {
                        allowance.release(server);
                    }
                }
            }
            case ProxyRequest.Exchange exchange -> {
                answersWouldPassForTheServers = true;
                Socket server =
                        reach(exchange.target().host(), exchange.target().port());
                if (server != null) {
                    try {
                        exchange(exchange, in, server);
                    } finally {
                        allowance.release(server);
                    }
                }
            }
        }
    }

    /** A connection to the judged address; null when the client has been told why there is none. */
    private @Nullable Socket reach(Host host, int port) {
        return switch (proxy.policy().judge(host, port)) {
            case Verdict.Refused refused -> {
                allowance.record(new Refusal(host.authority(), port, refused.reason()), refused);
                answer(403, "Forbidden", refused.reason().sentence());
                yield null;
            }
            case Verdict.Unresolvable(String name) -> {
                notReached(502, "Bad Gateway", "No address for " + name + ".");
                yield null;
            }
            case Verdict.Allowed allowed -> dial(host, allowed);
        };
    }

    private @Nullable Socket dial(Host host, Verdict.Allowed allowed) {
        try {
            return new Dialler(proxy, allowance).dial(allowed);
        } catch (SocketTimeoutException e) {
            notReached(504, "Gateway Timeout", host.authority() + " did not take the connection in time.");
        } catch (IOException e) {
            log.debug("{} not reached: {}", host.authority(), e.toString());
            notReached(502, "Bad Gateway", host.authority() + " did not take the connection.");
        }
        return null;
    }

    private void tunnel(InputStream fromClient, Socket server) throws IOException {
        InputStream fromServer = allowance.meter(idle.watch(server));
        client.getOutputStream()
                .write("HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        answered = true;
        var upstreamDone = new CountDownLatch(1);
        proxy.inBackground(() -> {
            pump(fromClient, server, server);
            upstreamDone.countDown();
        });
        pump(fromServer, client, server);
        try {
            upstreamDone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One direction. A clean end is passed on as such, the other direction may go on; a broken one ends both. */
    private void pump(InputStream from, Socket to, Socket server) {
        try {
            BodyFraming.copyAll(from, to.getOutputStream());
            to.shutdownOutput();
        } catch (LimitReached e) {
            allowance.release(server);
            cut(e);
        } catch (IOException e) {
            log.debug("A tunnel ended: {}", e.toString());
            allowance.release(client);
            allowance.release(server);
        }
    }

    private void exchange(ProxyRequest.Exchange exchange, InputStream fromClient, Socket server) throws IOException {
        InputStream fromServer = new BufferedInputStream(allowance.meter(idle.watch(server)), BodyFraming.BUFFER);
        OutputStream toServer = server.getOutputStream();
        try {
            toServer.write(exchange.forOrigin().bytes());
            sendBody(exchange.body(), fromClient, server, toServer);
            passAnswer(exchange.method(), fromServer);
        } catch (LimitReached e) {
            throw e;
        } catch (SocketTimeoutException e) {
            giveUp(504, "Gateway Timeout", "The server fell silent.");
        } catch (IOException e) {
            log.debug("{} broke off: {}", exchange.target().authority(), e.toString());
            giveUp(502, "Bad Gateway", "The server broke off or did not speak HTTP/1.1.");
        }
    }

    /** Beside the answer, since a server may answer before it has read everything. */
    private void sendBody(BodyFraming body, InputStream fromClient, Socket server, OutputStream toServer) {
        if (body instanceof BodyFraming.None) {
            return;
        }
        var done = new CountDownLatch(1);
        requestBody = done;
        proxy.inBackground(() -> {
            try {
                body.copy(fromClient, toServer);
            } catch (LimitReached e) {
                allowance.release(server);
                allowance.record(target, e);
            } catch (IOException e) {
                log.debug("A request body ended early: {}", e.toString());
                allowance.release(server);
            } finally {
                done.countDown();
            }
        });
    }

    private void passAnswer(String method, InputStream fromServer) throws IOException {
        for (int answers = 0; answers <= MOST_INTERIM_ANSWERS; answers++) {
            MessageHead head = MessageHead.response(fromServer);
            Matcher line = STATUS_LINE.matcher(head.startLine());
            if (!line.matches()) {
                throw new BadMessage("not an HTTP/1 status line");
            }
            int status = Integer.parseInt(line.group(1));
            if (status == 101) {
                throw new BadMessage("an upgrade nobody asked for");
            }
            BodyFraming body = BodyFraming.ofResponse(head, status, method);
            boolean interim = status < 200;
            OutputStream toClient = client.getOutputStream();
            answered |= !interim;
            toClient.write(forClient(head, status, line.group(2), body, interim).bytes());
            if (!interim) {
                body.copy(fromServer, toClient);
                sayGoodbye();
                return;
            }
        }
        throw new BadMessage("interim answers without end");
    }

    private static MessageHead forClient(
            MessageHead head, int status, @Nullable String phrase, BodyFraming body, boolean interim) {
        List<MessageHead.Field> fields = new ArrayList<>(head.endToEnd());
        if (body instanceof BodyFraming.Chunked) {
            fields.removeIf(field -> field.is("Content-Length"));
            fields.add(new MessageHead.Field("Transfer-Encoding", "chunked"));
        }
        if (!interim) {
            fields.add(new MessageHead.Field("Connection", "close"));
        }
        return new MessageHead("HTTP/1.1 " + status + (phrase == null ? " " : phrase), fields);
    }

    /** Before the answer began the client is told; later only a reset tells it that something is missing. */
    private void giveUp(int status, String phrase, String sentence) throws IOException {
        if (answered) {
            client.setSoLinger(true, 0);
        } else {
            notReached(status, phrase, sentence);
        }
    }

    /**
     * A tunnel that cannot be made is answered. A plain exchange is broken off without a word: a browser would draw our
     * words as if they were the page, where a connection without an answer is an error to it.
     */
    private void notReached(int status, String phrase, String sentence) {
        if (answersWouldPassForTheServers) {
            answered = true;
            log.debug("{} Broken off.", sentence);
        } else {
            answer(status, phrase, sentence);
        }
    }

    private void answer(int status, String phrase, String sentence) {
        if (answered) {
            return;
        }
        answered = true;
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        var head = new MessageHead(
                "HTTP/1.1 " + status + " " + phrase,
                List.of(
                        new MessageHead.Field("Content-Type", "text/plain; charset=utf-8"),
                        new MessageHead.Field("Content-Length", Integer.toString(body.length)),
                        new MessageHead.Field("Connection", "close")));
        try {
            client.getOutputStream().write(head.bytes());
            client.getOutputStream().write(body);
            sayGoodbye();
        } catch (IOException e) {
            log.debug("The client left before its answer: {}", e.toString());
        }
    }

    /** Closing over unread bytes would reset the connection and could eat the answer on its way. */
    private void sayGoodbye() throws IOException {
        client.shutdownOutput();
        if (!isRequestRead()) {
            return;
        }
        client.setSoTimeout(LINGER_MILLIS);
        byte[] ignored = new byte[BodyFraming.BUFFER];
        long deadline = System.nanoTime() + LINGER_MILLIS * 1_000_000L;
        try {
            int count = 0;
            while (count >= 0 && System.nanoTime() < deadline) {
                count = client.getInputStream().read(ignored);
            }
        } catch (SocketTimeoutException e) {
            log.debug("The client keeps its side open; closing anyway");
        }
    }

    /** While the request's body is still being read, that is where the client's bytes go. */
    private boolean isRequestRead() {
        try {
            return requestBody.await(LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

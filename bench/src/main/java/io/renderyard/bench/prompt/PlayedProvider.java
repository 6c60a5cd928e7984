package io.renderyard.bench.prompt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * A provider on loopback that speaks the OpenAI images API, takes its time, and always gives the same picture. It is a
 * program of its own: it says its port and ends with what it reads. Each line that it reads is the milliseconds that it
 * takes from then on; the answer is how many requests it had in hand at once, at most, since the last line.
 */
public final class PlayedProvider implements AutoCloseable {
    private static final int SIDE = 1024;
    private static final int BACKLOG = 2_048;
    private static final int NOISE = 6;
    private static final int CHUNK = 32 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final byte[] answer;
    private volatile long takesMillis;

    private PlayedProvider(HttpServer server, byte[] answer) {
        this.server = server;
        this.answer = answer;
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        try (PlayedProvider provider = start();
                BufferedReader asked =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println(provider.server.getAddress().getPort());
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                provider.takesMillis = Long.parseLong(line);
                System.out.println(provider.mostWaiting.getAndSet(0));
            }
        }
    }

    private static PlayedProvider start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        String picture = Base64.getEncoder().encodeToString(picture());
        byte[] answer =
                ("{\"created\":0,\"data\":[{\"b64_json\":\"" + picture + "\"}]}").getBytes(StandardCharsets.US_ASCII);
        PlayedProvider provider = new PlayedProvider(server, answer);
        server.createContext("/", provider::answer);
        server.setExecutor(provider.threads);
        server.start();
        return provider;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            int here = waiting.incrementAndGet();
            mostWaiting.accumulateAndGet(here, Math::max);
            boolean ended = closed.await(takesMillis, TimeUnit.MILLISECONDS);
            waiting.decrementAndGet();
            if (!ended) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                // Bit by bit: the runtime copies each write into fresh memory, which costs more than all else here.
                for (int from = 0; from < answer.length; from += CHUNK) {
                    exchange.getResponseBody().write(answer, from, Math.min(CHUNK, answer.length - from));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As large as such pictures are: a gradient with a little noise, about a megabyte. */
    private static byte[] picture() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int red = x * 240 / SIDE + random.nextInt(NOISE);
                int green = y * 240 / SIDE + random.nextInt(NOISE);
                int blue = 120 + random.nextInt(NOISE);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which ports to try: that of the last start first, because clients of a farm may still call it, then any. */
record Ports(Path remembered, RandomGenerator random) {
    /** Below the range from which the kernel takes ports for outgoing connections. */
    static final int FIRST = 15_000;

    static final int LAST = 32_000;
    private static final int TO_TRY = 20;

    IntStream candidates() {
        return IntStream.concat(last(), IntStream.generate(() -> random.nextInt(FIRST, LAST)))
                .limit(TO_TRY);
    }

    private IntStream last() {
        try {
            int port = Integer.parseInt(Files.readString(remembered).strip());
            return port >= FIRST && port < LAST ? IntStream.of(port) : IntStream.empty();
        } catch (IOException | NumberFormatException e) {
            return IntStream.empty(); // the first start, or a file that is half written: any port will do
        }
    }

    void remember(int port) throws IOException {
        PrivateFile.write(remembered, port + "\n");
    }
}

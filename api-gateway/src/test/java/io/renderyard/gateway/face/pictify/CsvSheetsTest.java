package io.renderyard.gateway.face.pictify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.SheetAddress;
import io.renderyard.egress.AddressRange;
import io.renderyard.egress.EgressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class CsvSheetsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final EgressPolicy SHUT = new EgressPolicy(List.of(), _ -> List.of());
    private static final EgressPolicy OPEN =
            new EgressPolicy(List.of(AddressRange.parse("127.0.0.1/32")), _ -> List.of());

    private final HttpServer server;
    private final CsvSheets sheets = new CsvSheets(OPEN, CLOCK);

    CsvSheetsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 16);
        server.createContext("/sheet.csv", exchange -> answer(exchange, 200, "title,price\na,1\n".getBytes(UTF_8)));
        server.createContext("/large.csv", exchange -> answer(exchange, 200, new byte[10 * 1024 * 1024 + 1]));
        server.createContext("/inside.csv", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.2/secret.csv");
            answer(exchange, 302, new byte[1]);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterEach
    void stop() {
        sheets.close();
        server.stop(0);
    }

    @Test
    void anUploadIsReadFromItsAddress() throws InterruptedException {
        String url = new SheetAddress.Uploaded("title\na\nb\n".getBytes(UTF_8)).url();

        assertThat(sheets.read(url, Map.of(), 10)).containsExactly(Map.of("title", "a"), Map.of("title", "b"));
    }

    @Test
    void aSheetOfOthersIsDownloaded() throws InterruptedException {
        assertThat(sheets.read(url("/sheet.csv"), Map.of("price", "cost"), 10)).containsExactly(Map.of("cost", "1"));
    }

    @Test
    void whatCannotBeDownloadedIsTold() {
        assertThat(refused(sheets, url("/nothing.csv"), 10)).hasMessageContaining("answers with status 404");
        assertThat(refused(sheets, url("/large.csv"), 10)).hasMessageContaining("more than 10 MB");
        assertThat(refused(sheets, url("/sheet.csv"), 0).status()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whatMayNotBeContactedIsNot() {
        try (CsvSheets shut = new CsvSheets(SHUT, CLOCK)) {
            assertThat(refused(shut, url("/sheet.csv"), 10).code()).isEqualTo("BLOCKED_URL");
        }
        assertThat(refused(sheets, url("/inside.csv"), 10).code()).isEqualTo("BLOCKED_URL");
    }

    private static Refusal refused(CsvSheets sheets, String url, int most) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> sheets.read(url, Map.of(), most));
        assertThat(refusal.problems()).extracting(FieldProblem::field).containsExactly("csvUrl");
        return refusal;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}

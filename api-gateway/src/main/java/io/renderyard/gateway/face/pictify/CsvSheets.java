package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.CsvSheet;
import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.SheetAddress;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.ServiceAnswer;
import io.renderyard.egress.ServiceClient;
import io.renderyard.egress.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Gets the sheets that clients give by their addresses: those of uploads, and those of others, which are downloaded
 * through egress; sections 10.1 and 12.7.
 */
@Component
class CsvSheets implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CsvSheets.class);
    private static final long MOST_BYTES = 10 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final String FIELD = "csvUrl";

    private final ServiceClient client;

    CsvSheets(EgressPolicy policy, InstantSource clock) {
        this.client = new ServiceClient(policy, clock, Runnable::run);
    }

    /**
     * One set of values for each row, in their order.
     *
     * @param csvUrl as the client sent it
     * @param mappings from columns to variables, by name; without any each column is a variable
     * @param most rows below the first
     * @throws Refusal 400 for what is wrong with the address, the sheet ({@code csvUrl}) or the mappings ({@code
     *     mappings.X}), 422 when it cannot be downloaded or may not be
     */
    List<Map<String, @Nullable Object>> read(String csvUrl, Map<String, String> mappings, int most)
            throws InterruptedException {
        byte[] csv = switch (Refusal.orElse(SheetAddress.read(FIELD, csvUrl))) {
            case SheetAddress.Uploaded(byte[] bytes) -> bytes;
            case SheetAddress.Remote(URI url) -> download(url);
        };
        return Refusal.orElse(CsvSheet.rows(FIELD, csv, mappings, most));
    }

    private byte[] download(URI url) throws InterruptedException {
        return switch (client.download(url, LONGEST, MOST_BYTES)) {
            case ServiceAnswer.Responded<byte[]> answer when answer.status() == HttpStatus.OK.value() -> answer.body();
            case ServiceAnswer.Responded<byte[]> answer ->
                throw unavailable("its server answers with status " + answer.status(), "invalid_format");
            case ServiceAnswer.Refused<byte[]>(Verdict.Refused refused) -> throw blocked(refused);
            case ServiceAnswer.Unreachable<byte[]>(String why) -> throw unavailable(why, "invalid_format");
            case ServiceAnswer.Late<byte[]> _ ->
                throw unavailable("it did not arrive within %d s".formatted(LONGEST.toSeconds()), "timeout");
            case ServiceAnswer.TooLarge<byte[]> _ -> throw unavailable("it has more than 10 MB", "out_of_range");
        };
    }

    private static Refusal unavailable(String why, String code) {
        String message = "cannot be read: " + why;
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "url fetch failed",
                FIELD + " " + message + ".",
                "URL_FETCH_FAILED",
                List.of(new FieldProblem(FIELD, message, code)));
    }

    private static Refusal blocked(Verdict.Refused refused) {
        log.info("refused the address of a sheet: {}", refused.detail());
        String why = refused.reason().sentence();
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "blocked url",
                why,
                "BLOCKED_URL",
                List.of(new FieldProblem(FIELD, why, "blocked")));
    }

    @Override
    public void close() {
        client.close();
    }
}

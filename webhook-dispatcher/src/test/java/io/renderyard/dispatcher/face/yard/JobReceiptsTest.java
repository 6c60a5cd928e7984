package io.renderyard.dispatcher.face.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.dialect.yard.ReceiptView;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.ReceiptReader;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.WebSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobReceiptsTest {
    private static final Receipt RECEIPT = new Receipt(
            "Title", "about:blank", null, List.of(), List.of(), List.of(), List.of(), "Chrome/156", "fonts", Set.of());

    @Test
    void theOwnersReceiptOfTheJobIsShown() {
        ReceiptView receipt = receipts((tenant, job) -> tenant.equals(Examples.TENANT) && job.equals(Examples.ID)
                        ? Optional.of(RECEIPT)
                        : Optional.empty())
                .of(Examples.succeeded());

        assertThat(receipt.title()).isEqualTo("Title");
        assertThat(receipt.job()).isEqualTo(Examples.ID.toString());
        assertThat(receipt.artifact().url()).startsWith("https://render.example/artifacts/");
    }

    @ParameterizedTest
    @MethodSource
    void withoutAResultTheAnswerSaysWhy(Job job, String why) {
        assertThatThrownBy(() -> receipts((tenant, id) -> Optional.of(RECEIPT)).of(job))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    static Stream<Arguments> withoutAResultTheAnswerSaysWhy() {
        return Stream.of(
                arguments(Examples.queued(), "is queued"),
                arguments(Examples.running(1, null), "is running"),
                arguments(Examples.failed(), "has failed"),
                arguments(Examples.cancelled(), "was cancelled"));
    }

    @Test
    void whereTheReceiptIsGoneTheAnswerSaysSo() {
        assertThatThrownBy(() -> receipts((tenant, job) -> Optional.empty()).of(Examples.succeeded()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no longer kept");
    }

    private static JobReceipts receipts(ReceiptReader reader) {
        return new JobReceipts(reader, new WebSettings(URI.create("https://render.example/")));
    }
}

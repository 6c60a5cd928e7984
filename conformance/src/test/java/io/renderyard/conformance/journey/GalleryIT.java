package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.bench.gallery.Example;
import io.renderyard.bench.gallery.Examples;
import io.renderyard.bench.gallery.Exhibition;
import io.renderyard.bench.gallery.Verdict;
import io.renderyard.conformance.walls.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./yard gallery} shows, one test for each example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryIT {
    private static final Path STARTERS =
            Path.of("api-gateway", "src", "main", "resources", "io", "renderyard", "gateway", "starter");

    private Yard yard;
    private Exhibition exhibition;

    @BeforeAll
    void start(@TempDir Path folder) {
        yard = Yard.standalone();
        Client client = yard.client();
        exhibition = new Exhibition(client.base(), client.key(), folder);
    }

    @AfterAll
    void stop() {
        exhibition.close();
        yard.close();
    }

    @TestFactory
    Stream<DynamicTest> anExampleIsDrawnAsItSays() {
        List<Example> examples = Examples.in(
                Checkout.root().resolve(Path.of("bench", "gallery")),
                Checkout.root().resolve(STARTERS));
        return exhibition.show(examples).entrySet().stream()
                .map(shown -> DynamicTest.dynamicTest(
                        shown.getKey().topic() + ": " + shown.getKey().title(), () -> judge(shown.getValue())));
    }

    private static void judge(CompletableFuture<Verdict> shown) {
        Verdict verdict = shown.join();
        assertThat(verdict.complaints()).as(verdict.example().toString()).isEmpty();
    }
}

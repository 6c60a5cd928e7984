package io.renderyard.conformance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommittedFilesTest {
    @ParameterizedTest
    @EnumSource
    void noCommittedFileContains(ForbiddenWords words) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Path file : Checkout.files()) {
            String text = Files.readString(Checkout.root().resolve(file), StandardCharsets.ISO_8859_1);
            words.linesWith(text).forEach(line -> found.add(file + ":" + line));
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A_BROWSER_WITHOUT_ITS_SANDBOX, 'args: [--no-', 'sandbox]'",
        "A_BROWSER_WITHOUT_ITS_ORIGINS, 'add(\"--disable-web-', 'security\")'",
        "A_REGISTRY_HOST, 'https://repo.mav', 'en.apache.org/maven2'",
        "A_REGISTRY_HOST, 'https://registry.np', 'mjs.org/left-pad'",
        "A_REGISTRY_HOST, 'http://nex', 'us.inside.example:8081/'",
        "A_PATH_OF_A_BUILD_MACHINE, 'cd /wo', 'rk/main'",
        "A_PATH_OF_A_BUILD_MACHINE, '\"/tmp/', 'wt/walls\"'",
    })
    void aPlantedWordIsFound(ForbiddenWords words, String start, String end) {
        assertThat(words.linesWith("fine\n" + start + end + "\n")).containsExactly("2: " + start + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the sandbox stays on", "http://maven.apache.org/POM/4.0.0", "https://api.example/work/1"})
    void plainTextIsNotFound(String text) {
        assertThat(ForbiddenWords.values())
                .allSatisfy(words -> assertThat(words.linesWith(text)).isEmpty());
    }

    @Test
    void theFilesOfTheHouseAreLookedAtWithAndWithoutGit() throws IOException, InterruptedException {
        Path known = Path.of("common/kernel/pom.xml");

        assertThat(Checkout.files()).contains(known);
        assertThat(Checkout.walked(Checkout.root()))
                .contains(known)
                .allSatisfy(path -> assertThat(path.toString()).doesNotContain("target/"));
    }
}

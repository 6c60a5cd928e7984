package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.renderyard.worker.cell.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChromeTest {
    private static final Path SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

    @Test
    void debiansBinariesComeFirst() {
        Chrome found = Chrome.find(List.of(Path.of("/x")), path -> true);

        assertThat(found.browser()).isEqualTo(SHELL);
        assertThat(found.driver()).isEqualTo(Path.of("/usr/bin/chromedriver"));
    }

    @Test
    void thePathIsSearchedToo() {
        Set<Path> there = Set.of(Path.of("/x/chrome-headless-shell"), Path.of("/x/chromedriver"));

        Chrome found = Chrome.find(List.of(Path.of("/x")), there::contains);

        assertThat(found).isEqualTo(new Chrome(Path.of("/x/chrome-headless-shell"), Path.of("/x/chromedriver")));
    }

    @Test
    void whatIsMissingIsNamedByItsPackage() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Chrome.find(List.of(), path -> false))
                .withMessageContaining("chromium-headless-shell");
        assertThatIllegalStateException()
                .isThrownBy(() -> Chrome.find(List.of(), SHELL::equals))
                .withMessageContaining("missing here: chromium-driver");
    }

    @Test
    void settingsThatAScriptWouldTripOverAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, "nobody; reboot", "/run"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, "nobody", "/run/a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, "nobody", "/run"));
    }

    private static BrowserSettings settings(int slots, String user, String runFolder) {
        return new BrowserSettings(slots, SHELL, SHELL, user, Path.of(runFolder), Limits.USUAL, Recycling.USUAL);
    }
}

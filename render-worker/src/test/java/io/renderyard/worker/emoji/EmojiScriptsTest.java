package io.renderyard.worker.emoji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.installed.NotInstalledException;
import io.renderyard.worker.installed.Packages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the packages of this machine. */
class EmojiScriptsTest {
    private final NodePackages packages = Packages.ofThisMachine();
    private final EmojiPictures pictures = new EmojiPictures(packages);
    private final EmojiScripts scripts = new EmojiScripts(packages);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1f600",
                "2764",
                "2764-fe0f",
                "1f1e9-1f1ea",
                "31-20e3",
                "1f3cb-1f3fb",
                "1f468-200d-1f469-200d-1f467",
                "1f3f3-fe0f-200d-1f308",
                "1f441-fe0f-200d-1f5e8-fe0f",
                "1f3f4-e0067-e0062-e0065-e006e-e0067-e007f",
            })
    void everyKindOfEmojiHasADrawing(String sequence) {
        Optional<String> uri = pictures.dataUri(sequence);

        assertThat(uri).isPresent();
        String encoded = uri.get().substring("data:image/svg+xml;base64,".length());
        assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
                .startsWith("<svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "61", "1f600-1f600", "../package", "package.json", "1F600"})
    void nothingElseHas(String sequence) {
        assertThat(pictures.dataUri(sequence)).isEmpty();
    }

    @Test
    void theSecondScriptCarriesTheDrawingsOfWhatTheFirstFound() {
        String script = scripts.replace("[\"1f600\",\"1f680\",\"61\"]");

        assertThat(script)
                .contains("\"1f600\":\"data:image/svg+xml;base64,", "\"1f680\":\"data:")
                .doesNotContain("\"61\":");
    }

    @Test
    void aPageWithoutEmojiNeedsNoSecondScript() {
        assertThat(scripts.replace("[]")).isEmpty();
    }

    @Test
    void theFirstScriptBringsItsParser() {
        assertThat(scripts.find()).contains("var twemoji=");
    }

    @Test
    void aMachineWithoutThePackagesSaysSo(@TempDir Path empty) {
        EmojiScripts none = new EmojiScripts(new NodePackages(empty));

        assertThatThrownBy(none::find).isInstanceOf(NotInstalledException.class).hasMessageContaining("@twemoji/api");
        assertThatThrownBy(() -> none.replace("[\"1f600\"]"))
                .isInstanceOf(NotInstalledException.class)
                .hasMessageContaining("@twemoji/svg");
    }
}

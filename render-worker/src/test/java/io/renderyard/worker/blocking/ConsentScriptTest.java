package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.installed.NotInstalledException;
import io.renderyard.worker.installed.Packages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the package of this machine. */
class ConsentScriptTest {
    private final ConsentScript script = new ConsentScript(Packages.ofThisMachine());

    @Test
    void theScriptSpeaksThroughTheBinding() {
        assertThat(script.script()).contains("globalThis." + ConsentScript.BINDING, "autoconsentReceiveMessage");
    }

    @Test
    void aNewDocumentGetsTheRulesForItsAddress() {
        List<String> shop = script.replies("{\"type\":\"init\",\"url\":\"https://shop.example/\"}");
        List<String> abc = script.replies("{\"type\":\"init\",\"url\":\"https://www.abc.net.au/news\"}");

        assertThat(shop).hasSize(1);
        assertThat(shop.getFirst())
                .contains("'initResp'", "autoAction: 'optOut'", "osano", "quantcast")
                .hasSizeLessThan(300_000);
        assertThat(abc.getFirst()).hasSizeGreaterThan(shop.getFirst().length());
    }

    @Test
    void whatCannotBeRefusedIsAgreedTo() {
        assertThat(script.replies("{\"type\":\"optOutResult\",\"cmp\":\"x\",\"result\":false}"))
                .containsExactly("autoconsentReceiveMessage({type: 'optIn'})");
        assertThat(script.replies("{\"type\":\"optOutResult\",\"cmp\":\"x\",\"result\":true}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"type\":7}", "{\"type\":\"report\"}", "{\"type\":\"eval\"}"})
    void otherMessagesNeedNoAnswer(String payload) {
        assertThat(script.replies(payload)).isEmpty();
    }

    @Test
    void anEndlessMessageIsNotRead() {
        String url = "a".repeat(200_000);

        assertThat(script.replies("{\"type\":\"init\",\"url\":\"" + url + "\"}"))
                .isEmpty();
    }

    @Test
    void aMachineWithoutThePackageSaysSo(@TempDir Path empty) {
        assertThatThrownBy(() -> new ConsentScript(new NodePackages(empty)).script())
                .isInstanceOf(NotInstalledException.class)
                .hasMessageContaining("@duckduckgo/autoconsent");
    }
}

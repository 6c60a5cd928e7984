package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.worker.installed.NotInstalledException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the lists of this machine. */
class FilterListsTest {
    private static final FilterLists LISTS = new FilterLists(FilterLists.USUAL_FOLDER);

    @ParameterizedTest
    @CsvSource({
        "https://securepubads.g.doubleclick.net/tag/js/gpt.js, SCRIPT",
        "https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1, SCRIPT",
        "https://www.googletagmanager.com/gtm.js?id=GTM-1, SCRIPT",
        "https://ib.adnxs.com/ut/v3/prebid, XHR",
        "https://www.facebook.com/tr?id=1&ev=PageView, IMAGE",
    })
    void whatEverybodyBlocksIsBlocked(String url, RequestKind kind) {
        assertThat(LISTS.on("www.example.com").blocks(url, kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://fonts.googleapis.com/css2?family=Roboto, STYLESHEET",
        "https://code.jquery.com/jquery-3.7.1.min.js, SCRIPT",
        "https://upload.wikimedia.org/wikipedia/commons/a/a1/Foo.jpg, IMAGE",
        "https://www.example.com/main.js, SCRIPT",
        "https://www.example.com/, DOCUMENT",
    })
    void whatPagesAreMadeOfIsNot(String url, RequestKind kind) {
        assertThat(LISTS.on("www.example.com").blocks(url, kind)).isFalse();
    }

    @Test
    void manyElementsAreHidden() {
        assertThat(LISTS.on("www.example.com").styleSheet().split(",")).hasSizeGreaterThan(1000);
    }

    @Test
    void aMachineWithoutListsSaysWhichPackageIsMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> new FilterLists(empty).on("www.example.com"))
                .isInstanceOf(NotInstalledException.class)
                .hasMessageContaining("webext-ublock-origin-chromium");
    }
}

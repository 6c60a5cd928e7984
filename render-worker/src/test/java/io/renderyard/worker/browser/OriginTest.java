package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.test, http://a.test/",
        "HTTP://A.test/x, http://a.test:80/y?z#w",
        "https://a.test:443, https://a.test/?http://b.test",
        "http://[::1]:8080/, http://[::1]:8080",
    })
    void theSameServerIsTheSameOrigin(String one, String other) {
        assertThat(Origin.of(one)).isPresent().isEqualTo(Origin.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test, https://a.test",
        "http://a.test, http://a.test:8080",
        "http://a.test, http://sub.a.test",
        "http://a.test, http://a.test.",
        "http://a.test, http://a.test.b.test/",
        "http://a.test, http://b.test/http://a.test",
    })
    void anotherServerIsAnother(String one, String other) {
        assertThat(Origin.of(one)).isPresent().isNotEqualTo(Origin.of(other));
        assertThat(Origin.of(other)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "about:blank",
                "data:text/html,http://a.test/",
                "file:///a.test",
                "ftp://a.test/",
                "ws://a.test/",
                "http://",
                "http:///a.test",
                "http://ann@a.test/",
                "http://ann:secret@a.test/",
                "http://a.test:80:80/",
                "http://a.test:x/",
                "blob:http://a.test/1",
            })
    void whatCannotBeReadWithoutDoubtHasNone(String address) {
        assertThat(Origin.of(address)).isEmpty();
    }
}

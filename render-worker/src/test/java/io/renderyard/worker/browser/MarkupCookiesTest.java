package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupCookiesTest {
    @ParameterizedTest
    @CsvSource({
        "a.test, /, false, http://a.test/x, a=b",
        "A.test, /, false, http://a.test, a=b",
        "a.test, /, false, http://sub.a.test/, ''",
        ".a.test, /, false, http://sub.a.test/, a=b",
        ".a.test, /, false, http://a.test/, a=b",
        ".a.test, /, false, http://nota.test/, ''",
        "a.test, /, false, http://a.test.b.test/, ''",
        "a.test, /in, false, http://a.test/in, a=b",
        "a.test, /in, false, http://a.test/in/x?y, a=b",
        "a.test, /in, false, http://a.test/inside, ''",
        "a.test, /in, false, http://a.test/?/in, ''",
        "a.test, /, true, http://a.test/, ''",
        "a.test, /, true, https://a.test:8443/, a=b",
        "a.test, /, false, 'data:,http://a.test/', ''",
    })
    void aCookieGoesOnlyWhereItBelongs(String domain, String path, boolean secure, String url, String sent) {
        var cookie = new Traffic.Cookie("a", new Secret("b"), domain, path, secure, false);

        assertThat(new MarkupCookies(List.of(cookie)).header(url)).isEqualTo(sent);
    }
}

package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardPatternTest {
    @ParameterizedTest
    @CsvSource({
        "||ads.com^, https://ads.com/x.js",
        "||ads.com^, https://cdn.ads.com:8080/x.js",
        "||ads.com^, https://user@ads.com/",
        "||ads.com^, https://ADS.com",
        "||ads.com/lib, http://a.ads.com/library.js",
        "||ads.com^*/banner/, https://ads.com/a/b/banner/1",
        "||ads.*/x^, https://ads.net/x?y",
        "|https://ads., https://ads.org/",
        "/banner/*/img^, https://a.com/banner/1/2/img?3",
        "/banner/*/img^, https://a.com/banner/1/img",
        ".swf|, https://a.com/movie.swf",
        "-ad-*.gif|, https://a.com/x-ad-1.gif.gif",
        "^ad^, https://a.com/ad/1",
        "^ad^, https://a.com/ad",
        "^ad^, https://a.com/ad?",
        "&ad_box_, https://a.com/?x&ad_box_1",
        "*/ads/*, https://a.com/ads/1",
        "/ads?[0-9]{3}/, https://a.com/ad123",
        "/AD\\d/, https://a.com/ad1",
        "AdBox$match-case, https://a.com/AdBox",
    })
    void blocksWhatTheFilterDescribes(String filter, String url) {
        assertThat(Lists.blocks(filter, url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "||ads.com^, https://bads.com/",
        "||ads.com^, https://ads.com.evil.org/",
        "||ads.com^, https://a.com/?u=ads.com/",
        "||ads.com^, https://a.com/ads.com/",
        "||ads.com/lib, http://ads.com/Xlib",
        "|https://ads., http://ads.org/",
        "|https://ads., https://a.com/?https://ads.",
        "/banner/*/img^, https://a.com/banner/1/imgs",
        ".swf|, https://a.com/movie.swf?1",
        "-ad-*.gif|, https://a.com/x-ad-1.gif?2",
        "^ad^, https://a.com/ad-1",
        "^ad^, https://a.com/bad/",
        "/ads?[0-9]{3}/, https://a.com/ad12",
        "AdBox$match-case, https://a.com/adbox",
    })
    void leavesAlone(String filter, String url) {
        assertThat(Lists.blocks(filter, url)).isFalse();
    }
}

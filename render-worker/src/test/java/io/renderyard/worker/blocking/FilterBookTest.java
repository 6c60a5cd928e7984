package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterBookTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "third-party; shop.com; https://ads.com/ad; true",
                "third-party; www.ads.com; https://cdn.ads.com/ad; false",
                "3p; a.co.uk; https://b.co.uk/ad; true",
                "~third-party; ads.com; https://x.ads.com/ad; true",
                "1p; shop.com; https://ads.com/ad; false",
                "domain=shop.com|other.org; www.shop.com; https://ads.com/ad; true",
                "domain=shop.com|other.org; third.org; https://ads.com/ad; false",
                "domain=shop.com|~my.shop.com; my.shop.com; https://ads.com/ad; false",
                "domain=~shop.com; shop.com; https://ads.com/ad; false",
                "domain=~shop.com; other.org; https://ads.com/ad; true",
                "from=shop.*; www.shop.co.uk; https://ads.com/ad; true",
                "from=shop.*; shopper.com; https://ads.com/ad; false",
                "denyallow=good.com|fine.org; shop.com; https://cdn.good.com/ad; false",
                "denyallow=good.com|fine.org; shop.com; https://bad.com/ad; true",
                "to=bad.com; shop.com; https://good.com/ad; false",
                "to=bad.com; shop.com; https://x.bad.com/ad; true",
                "redirect=noop.js; shop.com; https://ads.com/ad; true",
            })
    void anOptionNarrowsAFilter(String option, String page, String url, boolean blocked) {
        assertThat(Lists.page(page, "/ad$" + option).blocks(url, RequestKind.SCRIPT))
                .isEqualTo(blocked);
    }

    @ParameterizedTest
    @CsvSource({
        "script, SCRIPT, IMAGE",
        "image, IMAGE, SCRIPT",
        "css, STYLESHEET, SCRIPT",
        "xmlhttprequest, FETCH, SCRIPT",
        "xhr, EVENT_SOURCE, IMAGE",
        "subdocument, SUBDOCUMENT, DOCUMENT",
        "doc, DOCUMENT, SUBDOCUMENT",
        "font, FONT, IMAGE",
        "media, MEDIA, IMAGE",
        "websocket, WEB_SOCKET, XHR",
        "ping, PING, XHR",
        "other, MANIFEST, SCRIPT",
        "~script, IMAGE, SCRIPT",
        "'script,popup', SCRIPT, IMAGE",
        "all, DOCUMENT, ",
        "third-party, SCRIPT, DOCUMENT",
    })
    void aKindNarrowsAFilter(String option, RequestKind blocked, RequestKind free) {
        PageBlocking page = Lists.page("shop.com", "||ads.com^$" + option);

        assertThat(page.blocks("https://ads.com/", blocked)).isTrue();
        assertThat(free != null && page.blocks("https://ads.com/", free)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "removeparam=x",
                "csp=script-src 'none'",
                "redirect-rule=noop.js",
                "header=via",
                "popup",
                "badfilter",
                "domain=/shop/",
                "no-such-option",
                "ghide"
            })
    void aFilterWithAnOptionWeCannotHonourIsSkipped(String option) {
        FilterBook book = Lists.book("||ads.com^$script," + option, "||ads.com^$" + option);

        assertThat(book.filters()).isEqualTo(option.equals("popup") ? 1 : 0);
    }

    @Test
    void countsWhatItSkips() {
        assertThat(Lists.book("! comment", "", "||a.com^$csp=x", "b.com##+js(noop)", "||c.com^", "/[/")
                        .skipped())
                .isEqualTo(3);
    }

    @Test
    void anExceptionLetsThrough() {
        PageBlocking page = Lists.page("shop.com", "||ads.com^", "@@||ads.com/needed.js$script");

        assertThat(page.blocks("https://ads.com/needed.js", RequestKind.SCRIPT)).isFalse();
        assertThat(page.blocks("https://ads.com/other.js", RequestKind.SCRIPT)).isTrue();
        assertThat(page.blocks("https://ads.com/needed.js", RequestKind.IMAGE)).isTrue();
    }

    @Test
    void noExceptionHelpsAgainstAnImportantFilter() {
        assertThat(Lists.page("shop.com", "||ads.com^$important", "@@||ads.com^")
                        .blocks("https://ads.com/", RequestKind.IMAGE))
                .isTrue();
    }

    @Test
    void aBadFilterIsTakenBackWhateverTheOrderOfItsOptions() {
        assertThat(Lists.page("shop.com", "||ads.com^$image,third-party", "||ads.com^$third-party,badfilter,image")
                        .blocks("https://ads.com/", RequestKind.IMAGE))
                .isFalse();
    }

    @Test
    void aWholePageCanBeExcepted() {
        String[] lists = {"||ads.com^", "##.ad", "@@||calm.org^$document"};

        assertThat(Lists.page("www.calm.org", lists).blocks("https://ads.com/", RequestKind.IMAGE))
                .isFalse();
        assertThat(Lists.page("www.calm.org", lists).styleSheet()).isEmpty();
        assertThat(Lists.page("shop.com", lists).blocks("https://ads.com/", RequestKind.IMAGE))
                .isTrue();
    }

    @Test
    void onlyAddressesOfTheWebAreBlocked() {
        assertThat(Lists.page("shop.com", "/ad").blocks("data:image/png;base64,/ad", RequestKind.IMAGE))
                .isFalse();
    }

    @Test
    void linesForOtherBrowsersAreLeftOut() {
        FilterBook book = Lists.book(
                "!#if env_firefox",
                "||a.com^",
                "!#else",
                "||b.com^",
                "!#if !env_mobile && env_chromium",
                "||c.com^",
                "!#endif",
                "!#endif",
                "!#if env_mobile || ext_ublock",
                "||d.com^",
                "!#endif",
                "||e.com^");
        PageBlocking page = new PageBlocking(book, "shop.com");

        assertThat(page.blocks("https://a.com/", RequestKind.IMAGE)).isFalse();
        assertThat(book.filters()).isEqualTo(4);
    }
}

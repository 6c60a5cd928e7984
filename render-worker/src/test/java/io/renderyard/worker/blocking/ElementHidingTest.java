package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementHidingTest {
    @Test
    void plainSelectorsShareARuleAndOthersHaveTheirOwn() {
        assertThat(Lists.page("shop.com", "##.ad", "##div[id^=\"ad\"]", "###box")
                        .styleSheet())
                .isEqualTo(".ad,#box{display:none!important}\ndiv[id^=\"ad\"]{display:none!important}\n");
    }

    @Test
    void aSelectorForASiteHidesOnlyThere() {
        String list = "shop.com,news.*##div > a";

        assertThat(Lists.page("www.shop.com", list).styleSheet()).isEqualTo("div > a{display:none!important}\n");
        assertThat(Lists.page("news.co.uk", list).styleSheet()).contains("> a");
        assertThat(Lists.page("other.org", list).styleSheet()).isEmpty();
    }

    @Test
    void aSiteShowsWhatItIsExceptedFrom() {
        String[] lists = {"##.ad", "##.banner", "shop.com#@#.ad", "~calm.org##.tower", "#@#.banner"};

        assertThat(Lists.page("shop.com", lists).styleSheet()).isEqualTo(".tower{display:none!important}\n");
        assertThat(Lists.page("calm.org", lists).styleSheet()).isEqualTo(".ad{display:none!important}\n");
    }

    @Test
    void hidingCanBeSwitchedOffForAPage() {
        String[] lists = {"##.ad", "shop.com##.own", "@@||shop.com^$ghide", "@@||calm.org^$elemhide"};

        assertThat(Lists.page("shop.com", lists).styleSheet()).isEqualTo(".own{display:none!important}\n");
        assertThat(Lists.page("calm.org", lists).styleSheet()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.com##+js(noop)",
                "shop.com##^script",
                "shop.com##div:has-text(Ad)",
                "shop.com#?#div:-abp-has(.x)",
                "shop.com#$#body { overflow: auto }",
                "shop.com##.x:style(color: red)",
                "shop.com##.x{}body",
                "/shop/##.ad"
            })
    void whatIsNotCssIsSkipped(String line) {
        assertThat(Lists.page("shop.com", line).styleSheet()).isEmpty();
    }

    @Test
    void cssOfTodayIsKept() {
        assertThat(Lists.page("shop.com", "shop.com##div:has(> .ad):not(.x)").styleSheet())
                .startsWith("div:has(> .ad):not(.x){");
    }
}

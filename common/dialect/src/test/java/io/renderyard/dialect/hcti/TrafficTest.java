package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Traffic.Cookie;
import io.renderyard.kernel.render.Traffic.Header;
import io.renderyard.kernel.tenant.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a page's requests carry, and which are not made. */
class TrafficTest {
    @Test
    void withoutAWordItIsPlain() {
        assertThat(traffic("")).isEqualTo(Traffic.PLAIN);
    }

    @Test
    void headersGoToTheirOrigins() {
        Traffic traffic = traffic("'headers':{'X-A':'b:c'},'additional_header_origins':['https://b.example'],"
                + "'include_headers_on_subrequests':true,'identify_as_hcti':true,'block_consent_banners':true");

        assertThat(traffic.headers())
                .containsExactly(
                        new Header("X-A", new Secret("b:c")), new Header("X-HCTI-SCREENSHOT", new Secret("1")));
        assertThat(traffic.headerOrigins()).containsExactly("https://b.example");
        assertThat(traffic.headersOnSubresources()).isTrue();
        assertThat(traffic.blockConsentBanners()).isTrue();
    }

    @Test
    void whatTheBrowserHasAPlaceForIsNoHeader() {
        Traffic traffic = traffic("'headers':{'User-Agent':'Me/1','COOKIE':'a=b; c = d=e ;broken; =f'}");

        assertThat(traffic.headers()).isEmpty();
        assertThat(traffic.cookies()).containsExactly(cookie("a", "b"), cookie("c", "d=e"));
    }

    @Test
    void requestsAreNotMadeThatARuleNames() {
        assertThat(traffic("'request_overrides':[{'action':'block','url':'*.png'},"
                                + "{'action':'block','resource_types':['text_track','xhr']},"
                                + "{'action':'block','url':'a','resource_types':['img']}]")
                        .blockRules())
                .containsExactly(
                        new BlockRule("*.png", Set.of()),
                        new BlockRule(null, Set.of(ResourceType.TEXT_TRACK, ResourceType.XHR)),
                        new BlockRule("a", Set.of(ResourceType.IMG)));
    }

    @Test
    void everyKindOfRequestCanBeNamed() {
        for (ResourceType type : ResourceType.values()) {
            assertThat(traffic("'request_overrides':[{'action':'block','resource_types':['" + type.label() + "']}]")
                            .blockRules())
                    .isEqualTo(List.of(new BlockRule(null, Set.of(type))));
        }
    }

    private static Traffic traffic(String members) {
        return Asked.raster(Asked.url(members)).traffic();
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, new Secret(value), null, "/", false, false);
    }
}

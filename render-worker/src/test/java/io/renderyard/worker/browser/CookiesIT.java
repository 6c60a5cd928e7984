package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which requests and pages get the cookies that a caller gives. */
class CookiesIT {
    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts("site.test", "sub.site.test", "other.test"), site);

    @BeforeAll
    static void pages() {
        site.page("/green", "<body style='background:#0f0'>");
        site.picture("/green.svg", "#0f0");
    }

    @BeforeEach
    void forget() {
        site.forget();
    }

    private static RenderSpec with(RenderSpec spec, Traffic.Cookie... cookies) {
        return spec.with(new Traffic(List.of(), Set.of(), false, List.of(cookies), null, List.of(), false, false));
    }

    private static Traffic.Cookie cookie(String name, @Nullable String domain, String path) {
        return new Traffic.Cookie(name, new Secret("v-" + name), domain, path, false, false);
    }

    @Test
    void cookiesGoWhereTheyBelong() throws Exception {
        site.page(
                "/a/page",
                "<body><img src='/b/x.png'><img src='http://sub.site.test/x.png'><img src='http://other.test/x.png'>");

        pixels(
                fleet,
                with(
                        url("http://site.test/a/page"),
                        cookie("own", null, "/"),
                        cookie("path", null, "/a"),
                        cookie("exact", "site.test", "/"),
                        cookie("wide", ".site.test", "/"),
                        cookie("below", "sub.site.test", "/"),
                        new Traffic.Cookie("tls", new Secret("x"), "site.test", "/", true, false)));

        assertThat(cookies("site.test", "/a/page"))
                .containsExactlyInAnyOrder("own=v-own", "path=v-path", "exact=v-exact", "wide=v-wide");
        assertThat(cookies("site.test", "/b/x.png"))
                .containsExactlyInAnyOrder("own=v-own", "exact=v-exact", "wide=v-wide");
        assertThat(cookies("sub.site.test", "/x.png")).containsExactlyInAnyOrder("wide=v-wide", "below=v-below");
        assertThat(cookies("other.test", "/x.png")).containsExactly("");
    }

    private static List<String> cookies(String host, String path) {
        return Stream.of(site.seen(host, path).getFirst().header("Cookie").split("; "))
                .toList();
    }

    @Test
    void aPageReadsItsCookiesUnlessTheyAreForServersOnly() throws Exception {
        site.page(
                "/reads",
                "<body><script>document.body.style.background = document.cookie === 'open=v-open' ? '#0f0' : '#f00'</script>");
        var hidden = new Traffic.Cookie("hidden", new Secret("x"), null, "/", false, true);

        assertThat(pixels(fleet, with(url("http://site.test/reads"), cookie("open", null, "/"), hidden))
                        .at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, url("http://site.test/reads")).at(100, 50)).isEqualTo(Pixels.RED);
    }

    @Test
    void markupGivesItsCookiesToThePicturesItLoads() throws Exception {
        pixels(
                fleet,
                with(
                        html("<img src='http://site.test/green.svg'><img src='http://other.test/green.svg'>"),
                        cookie("own", "site.test", "/")));

        assertThat(cookies("site.test", "/green.svg")).containsExactly("own=v-own");
        assertThat(cookies("other.test", "/green.svg")).containsExactly("");
    }

    @Test
    void aCookieThatCannotBeIsAFailureOfItsOwn() {
        var invalid = failure(fleet, with(url("http://site.test/green"), cookie("a;b", null, "/")), ENOUGH);
        var homeless = failure(fleet, with(html("<p>x"), cookie("a", null, "/")), ENOUGH);

        assertThat(invalid.code()).as(invalid.message()).isEqualTo(FailureCode.OPTION_REFUSED);
        assertThat(homeless.code()).as(homeless.message()).isEqualTo(FailureCode.OPTION_REFUSED);
        assertThat(homeless.message()).contains("domain");
    }
}

package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large markup becomes; contract, sections 3.7 and 4. */
@ExtendWith(OneYard.class)
class HctiSizeWireIT {
    private final HctiClient hcti;

    HctiSizeWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private String size(Object... members) {
        return hcti.read("/v1/image/" + hcti.create(members)).size();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        <div style="width:400px;height:200px">x</div>                                => 800x400
        <div style="width:400px;height:200px;border:1px solid">x</div>               => 804x404
        <div style="width:400px;height:200px;border:2px solid">x</div>               => 808x408
        <div style="width:400px;height:200px;margin:20px">x</div>                    => 880x480
        <style>div{width:300px;height:100px}</style><div>x</div>                     => 600x200
        <style>i{color:red}</style> <div style="width:9px;height:8px"><i>x</i></div> => 18x16
        <div style="width:100px;height:50px"></div><div style="width:200px;height:60px"></div> => 400x220
        <div style="height:30px">x</div>                                             => 3840x60
        <!doctype html><p>x</p>                                                      => 3840x2160
        <body><p>x</p></body>                                                        => 3840x2160
        <head><title>t</title></head><p>x</p>                                        => 3840x2160
        <HTML><p>x</p>                                                               => 3840x2160
        """)
    void markupIsAsLargeAsItSays(String html, String size) {
        assertThat(size("html", html)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        "viewport_width":300,"viewport_height":200                                     => 600x400
        "viewport_width":300,"viewport_height":200,"device_scale":0.5                  => 150x100
        "viewport_width":300,"viewport_height":200,"device_scale":1,"viewport_mobile":true,"viewport_touch":true => 300x200
        "selector":"#b"                                                                => 100x80
        "selector":"#b","device_scale":1                                               => 50x40
        "selector":"#b","viewport_width":300,"viewport_height":200,"device_scale":1    => 50x40
        "selector":"i","device_scale":1                                                => 10x7
        "device_scale":3                                                               => 360x270
        """)
    void parametersDecideTheSize(String members, String size) {
        String html = "<div style='width:120px;height:90px'>"
                + "<b id=b style='display:block;width:50px;height:40px'></b>"
                + "<i style='display:block;width:10px;height:7px'></i><i style='display:block;height:9px'></i></div>";

        Answer answer = hcti.post("/v1/image", "{\"html\":\"" + html + "\"," + members + "}");

        assertThat(hcti.read("/v1/image/" + answer.ok().path("id").asString()).size())
                .isEqualTo(size);
    }

    @Test
    void theStyleOfTheRequestDecidesToo() {
        assertThat(size("html", "<div class=card>x</div>", "css", ".card{width:70px;height:30px}"))
                .isEqualTo("140x60");
    }

    @Test
    void anEmojiIsTwiceAsLargeAsItsText() {
        String html = "<div style='font-size:20px;width:max-content;line-height:0'>😀</div>";

        assertThat(size("html", html, "device_scale", 1)).isEqualTo("43x40");
        assertThat(size("html", html, "device_scale", 1, "css", ".emoji{width:10px;height:12px;margin:0}"))
                .isEqualTo("10x12");
        assertThat(size("html", html, "device_scale", 1, "disable_twemoji", true))
                .isNotEqualTo("43x40");
    }

    @Test
    void thePageSaysWhenItIsReady() {
        String html = """
                <div id=box style="width:10px;height:10px"></div>
                <script>setTimeout(() => { box.style.width = '55px'; ScreenshotReady(); }, 300)</script>""";

        assertThat(size("html", html, "render_when_ready", true, "device_scale", 1))
                .isEqualTo("55x10");
    }

    @Test
    void onlyAJumboPictureIsLargerThanEightThousandPixels() {
        Object[] wide = {
            "html",
            "<div style='width:9000px;height:100px;background:linear-gradient(90deg,#a00,#0a0)'></div>",
            "device_scale",
            1
        };

        assertThat(size(wide)).isEqualTo("8000x89");
        assertThat(size(with(wide, "jumbo_max_width", 9_000, "jumbo_max_height", 100)))
                .isEqualTo("9000x100");
        assertThat(size(with(wide, "jumbo_max_width", 80_000, "jumbo_max_height", 5_000)))
                .isEqualTo("9000x100");
        assertThat(size(with(wide, "jumbo_max_width", 8_500, "jumbo_max_height", 50)))
                .isEqualTo("4500x50");
    }

    private static Object[] with(Object[] members, Object... more) {
        Object[] all = Arrays.copyOf(members, members.length + more.length);
        System.arraycopy(more, 0, all, members.length, more.length);
        return all;
    }

    @Test
    void aPageIsShownInItsFullHeight() {
        try (Site site = new Site("<body style='margin:0'><div style='height:1500px;background:#0a0'></div>")) {
            assertThat(size("url", site.url("/"), "full_screen", true)).isEqualTo("1920x1500");
            assertThat(size("url", site.url("/"))).isEqualTo("1920x1080");
            assertThat(size("url", site.url("/"), "device_scale", 2, "selector", "div"))
                    .isEqualTo("3840x3000");
        }
    }
}

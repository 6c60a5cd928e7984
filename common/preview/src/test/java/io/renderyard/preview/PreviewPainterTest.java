package io.renderyard.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.words.Kind;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PreviewPainterTest {
    private static final int MOST_BYTES = 300_000;
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6})");
    private static final String[] STYLES = {
        "photorealistic", "artistic", "cartoon", "minimalist", "vintage", "futuristic", "no such style"
    };
    private static final String[] PROMPTS = {
        "a lighthouse on a cliff in fog at dusk, three red sailboats",
        "thirty sunflowers, thirty tulips, a windmill, hot-air balloons, storm, snow, rainbow, wind",
        "a neon city street in the rain with thirty taxis",
        "skyscrapers of a city at night",
        "a cup of coffee on a table",
        "an astronaut on a red planet, two moons",
        "many fish under water",
        "rockets in space",
        "thirty deer in a pine forest by night",
        "boats on a lake, a castle",
        "nothing of note",
    };

    @ParameterizedTest
    @CsvSource({"1024, 1024", "1280, 720", "720, 1280", "1344, 768", "16, 16", "4096, 100"})
    void everyStyleDrawsAWellFormedPageOfTheSizeAskedFor(int width, int height) throws Exception {
        for (String style : STYLES) {
            for (String words : PROMPTS) {
                String page = PreviewPainter.paint(new PreviewRequest(words, null, style, width, height, 1, null));

                Element svg = (Element) parsed(page).getElementsByTagName("svg").item(0);
                assertThat(svg.getAttribute("width")).isEqualTo(Integer.toString(width));
                assertThat(svg.getAttribute("height")).isEqualTo(Integer.toString(height));
                assertThat(page)
                        .contains("PREVIEW · not a model")
                        .doesNotContain("<script", "http://www.w3.org/1999", "NaN", "Infinity");
                assertThat(page.getBytes(StandardCharsets.UTF_8).length)
                        .as(style + ": " + words)
                        .isLessThan(MOST_BYTES);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsDrawnInEveryStyle(Kind kind) throws Exception {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        for (String style : STYLES) {
            assertThat(parsed(painted("two red " + name + " at night", style, 7, null))
                            .getElementsByTagName("use"))
                    .isNotNull();
        }
    }

    @Test
    void whatIsReferredToIsThere() throws Exception {
        for (String style : STYLES) {
            Document page = parsed(painted(PROMPTS[0] + ", a planet, a comet, a dolphin", style, 3, null));
            NodeList all = page.getElementsByTagName("*");
            StringBuilder ids = new StringBuilder(" ");
            for (int i = 0; i < all.getLength(); i++) {
                ids.append(((Element) all.item(i)).getAttribute("id")).append(' ');
            }
            for (int i = 0; i < all.getLength(); i++) {
                for (String attribute : new String[] {"fill", "filter", "mask", "clip-path"}) {
                    String value = ((Element) all.item(i)).getAttribute(attribute);
                    if (value.startsWith("url(#")) {
                        assertThat(ids).contains(" " + value.substring(5, value.length() - 1) + " ");
                    }
                }
            }
        }
    }

    @Test
    void theSameRequestIsTheSamePageAndAnotherSeedAnotherOne() {
        for (String style : STYLES) {
            String first = painted(PROMPTS[0], style, 1, null);

            assertThat(painted(PROMPTS[0], style, 1, null)).isEqualTo(first);
            assertThat(painted(PROMPTS[0], style, 2, null)).isNotEqualTo(first);
        }
    }

    @Test
    void stylesDiffer() {
        assertThat(STYLES)
                .extracting(style -> painted(PROMPTS[0], style, 1, null))
                .doesNotHaveDuplicates();
        assertThat(painted(PROMPTS[0], "CARTOON", 1, null)).isEqualTo(painted(PROMPTS[0], "cartoon", 1, null));
        assertThat(painted(PROMPTS[0], null, 1, null)).isEqualTo(painted(PROMPTS[0], "no such style", 1, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</svg><script>alert(1)</script>",
                "</title><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "a red\" onload='alert(1)' boat & <b>",
                "]]> <![CDATA[ --> &amp;",
                "\u0000\u0001\uFFFE\uD83E a fox",
                "",
                "   ",
                "🦊🚀 𝒻𝑜𝓍",
            })
    void wordsStayWords(String words) throws Exception {
        String page = painted(words, "cartoon", 1, null);

        Document document = parsed(page);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(page).doesNotContain("<script", "<img", "<b>");
    }

    @Test
    void aLongPromptIsReadToItsEnd() throws Exception {
        String words = "really ".repeat(713) + "red boats";

        String page = painted(words, "vintage", 1, null);

        assertThat(parsed(page).getElementsByTagName("title").item(0).getTextContent())
                .hasSizeLessThan(100);
        assertThat(page).contains("<use ");
    }

    @Test
    void unwantedThingsAreNotDrawn() {
        String without =
                PreviewPainter.paint(new PreviewRequest("two boats on the sea", "boats", null, 640, 640, 1, null));

        assertThat(without).doesNotContain("<use ");
        assertThat(painted("two boats on the sea", null, 1, null)).contains("<use ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photorealistic", "artistic", "cartoon", "minimalist", "vintage", "futuristic", "none"})
    void theColourOfTheBackgroundIsSeenInEveryStyle(String style) {
        assertThat(oranges(painted("a black cat on an orange background", style, 1, null)))
                .isGreaterThan(oranges(painted("a black cat on a white background", style, 1, null)));
    }

    @Test
    void aReferencePictureIsShownAndNothingElseIsTakenForOne() {
        String picture = "data:image/png;base64,iVBORw0KGgo=";

        assertThat(painted("a boat", null, 1, picture)).contains("href='" + picture + "'");
        assertThat(painted("a boat", null, 1, "https://example.com/a.png")).doesNotContain("example.com");
        assertThat(painted("a boat", null, 1, picture + "' onload='x")).doesNotContain("onload");
        assertThat(painted("a boat", null, 1, "data:text/html;base64,AAAA")).doesNotContain("text/html");
    }

    @Test
    void aSizeOutsideTheBoundsIsRefused() {
        assertThatThrownBy(() -> new PreviewRequest("a boat", null, null, 15, 100, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 x 100");
        assertThatThrownBy(() -> new PreviewRequest("a boat", null, null, 100, 4_097, 1, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long oranges(String page) {
        return HEX.matcher(page)
                .results()
                .map(each -> Colour.of(Integer.parseInt(each.group(1), 16)))
                .filter(each -> each.hue() > 10 && each.hue() < 40 && each.saturation() > 0.35)
                .count();
    }

    private static String painted(String words, @Nullable String style, long seed, @Nullable String reference) {
        return PreviewPainter.paint(new PreviewRequest(words, null, style, 1280, 720, seed, reference));
    }

    /** The page is XML but for the name of its type. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }
}

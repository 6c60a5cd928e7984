package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents; contract, section 3.5. */
@ExtendWith(OneYard.class)
class HctiPdfWireIT {
    private static final Pattern MEDIA_BOX =
            Pattern.compile("/MediaBox\\s*\\[\\s*0\\s+0\\s+([0-9.]+)\\s+([0-9.]+)\\s*]");

    private static final Pattern STREAM = Pattern.compile(">>\\s*stream\r?\n");

    private final HctiClient hcti;

    HctiPdfWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private String document(String id) {
        Answer answer = hcti.read("/v1/image/" + id + ".pdf");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        return opened(new String(answer.bytes(), StandardCharsets.ISO_8859_1));
    }

    /** With what is packed into its streams. */
    private static String opened(String pdf) {
        StringBuilder all = new StringBuilder(pdf);
        for (Matcher stream = STREAM.matcher(pdf); stream.find(); ) {
            byte[] packed = pdf.substring(stream.end()).getBytes(StandardCharsets.ISO_8859_1);
            try (InputStream open = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                all.append('\n').append(new String(open.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (IOException notPackedThisWay) {
                all.append('\n');
            }
        }
        return all.toString();
    }

    /** Of the first page, in points; the browser counts in whole pixels. */
    private static void assertPaper(String document, double width, double height) {
        Matcher box = MEDIA_BOX.matcher(document);
        assertThat(box.find()).as("a page's size").isTrue();
        assertThat(Double.parseDouble(box.group(1))).isCloseTo(width, within(1.0));
        assertThat(Double.parseDouble(box.group(2))).isCloseTo(height, within(1.0));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        {}                                               => 612 => 792
        {"scale":1.5,"print_background":true}            => 612 => 792
        {"page_width":"100mm","page_height":"50mm"}      => 283 => 142
        {"page_width":"10cm","page_height":"5cm"}        => 283 => 142
        {"page_width":"300pt","page_height":"200pt"}     => 300 => 200
        {"page_width":"400px","page_height":"300px"}     => 300 => 225
        {"page_width":"400px","page_height":"300px","margins":["10px","20px","10px","20px"]} => 300 => 225
        """)
    void thePaperIsAsLargeAsItSays(String options, double width, double height) {
        Answer answer = hcti.post("/v1/image", "{\"html\":\"<p>paper</p>\",\"pdf_options\":" + options + "}");

        assertPaper(document(answer.ok().path("id").asString()), width, height);
    }

    @Test
    void withoutAWordItIsLetter() {
        assertPaper(document(hcti.create("html", "<p>letter</p>")), 612, 792);
    }

    @Test
    void optionsOfAFormAreOneFieldOfJson() {
        String form = "html=%3Cp%3Eform%3C%2Fp%3E&pdf_options=%7B%22page_width%22%3A%22400px%22%2C"
                + "%22page_height%22%3A%22300px%22%7D";
        Answer answer = hcti.send("POST", "/v1/image", "application/x-www-form-urlencoded", form);

        assertPaper(document(answer.ok().path("id").asString()), 300, 225);
    }

    @Test
    void thePictureOfADocumentIsDrawnToo() {
        String id = hcti.create("html", "<p style='width:30px;height:20px;margin:0'>both</p>", "format", "pdf");

        document(id);
        assertThat(hcti.read("/v1/image/" + id + ".png").size()).isEqualTo("60x40");
    }

    @Test
    void whatChangesPicturesMeansNothingToADocument() {
        String id = hcti.create("html", "<p>unchanged</p>");

        assertPaper(document(id), 612, 792);
        assertThat(hcti.read("/v1/image/" + id + ".pdf?width=9&crop_width=10.5%25")
                        .status())
                .isEqualTo(200);
    }
}

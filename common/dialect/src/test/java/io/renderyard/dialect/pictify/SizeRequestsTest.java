package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.PictureFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeRequestsTest {
    @Test
    void eachSizeIsTheSameRequestInAnotherSize() {
        List<SizeRequests.Sized> sizes = understood("""
                {"variables":{"a":1},"layout":"square","format":"webp","quality":0.5,
                 "sizes":[{"width":30,"height":20,"label":"small"},{"width":60,"height":40}]}""");

        assertThat(sizes).extracting(SizeRequests.Sized::label).containsExactly("small", null);
        assertThat(sizes).extracting(SizeRequests.Sized::width).containsExactly(30, 60);
        assertThat(sizes).extracting(size -> size.request().drawing().height()).containsExactly(20, 40);
        assertThat(sizes).allSatisfy(size -> {
            assertThat(size.request().variables()).containsEntry("a", 1);
            assertThat(size.request().layouts()).containsExactly("square");
            assertThat(size.request().forgiving()).isTrue();
            assertThat(size.request().drawing().output().format()).isEqualTo(new PictureFormat.Webp(50));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "og,1200,630",
        "twitter-card,1200,600",
        "instagram-post,1080,1080",
        "instagram-story,1080,1920",
        "YouTube-Thumbnail,1280,720"
    })
    void aPresetIsASizeByName(String name, int width, int height) {
        SizeRequests.Sized size =
                understood("{\"sizes\":[{\"preset\":\"" + name + "\"}]}").getFirst();

        assertThat(size.label()).isEqualToIgnoringCase(name);
        assertThat(size.width()).isEqualTo(width);
        assertThat(size.height()).isEqualTo(height);
    }

    @Test
    void aSideBesideAPresetStands() {
        SizeRequests.Sized size = understood("{\"sizes\":[{\"preset\":\"og\",\"height\":700,\"label\":\"tall\"}]}")
                .getFirst();

        assertThat(size)
                .extracting(SizeRequests.Sized::width, SizeRequests.Sized::height, SizeRequests.Sized::label)
                .containsExactly(1_200, 700, "tall");
    }

    @Test
    void aDocumentHasPaperOfItsSize() {
        SizeRequests.Sized size = understood("{\"format\":\"pdf\",\"sizes\":[{\"width\":400,\"height\":200}]}")
                .getFirst();

        assertThat(size.request().drawing().output().format())
                .isInstanceOfSatisfying(
                        PictureFormat.Pdf.class,
                        pdf -> assertThat(pdf.paper()).isEqualTo(new PictureFormat.Paper(300, 150)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|sizes|required",
                "{\"sizes\":[]}|sizes|required",
                "{\"sizes\":{}}|sizes|invalid_type",
                "{\"sizes\":[1]}|sizes[0]|invalid_type",
                "{\"sizes\":[{\"width\":10}]}|sizes[0].height|required",
                "{\"sizes\":[{\"preset\":\"og\"},{\"width\":9,\"height\":10}]}|sizes[1].width|out_of_range",
                "{\"sizes\":[{\"width\":\"10\",\"height\":10}]}|sizes[0].width|invalid_type",
                "{\"sizes\":[{\"width\":10,\"height\":4097}]}|sizes[0].height|out_of_range",
                "{\"sizes\":[{\"preset\":\"poster\"}]}|sizes[0].preset|invalid_format",
                "{\"sizes\":[{\"preset\":\"og\"}],\"format\":\"tiff\"}|format|invalid_format"
            })
    void whatIsWrongIsNamed(String body, String field, String code) {
        List<FieldProblem> problems = problems(body);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().field()).isEqualTo(field);
        assertThat(problems.getFirst().code()).isEqualTo(code);
    }

    @Test
    void anUnknownPresetIsToldWhatThereIs() {
        assertThat(problems("{\"sizes\":[{\"preset\":\"poster\"}]}").getFirst().message())
                .isEqualTo("must be og, twitter-card, instagram-post, instagram-story or youtube-thumbnail");
    }

    @Test
    void thereAre20SizesAtMost() {
        String one = "{\"preset\":\"og\"}";

        assertThat(understood("{\"sizes\":[" + (one + ",").repeat(19) + one + "]}"))
                .hasSize(20);
        assertThat(problems("{\"sizes\":[" + (one + ",").repeat(20) + one + "]}"))
                .extracting(FieldProblem::field)
                .containsExactly("sizes");
    }

    private static List<SizeRequests.Sized> understood(String body) {
        Reading<List<SizeRequests.Sized>> reading = read(body);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood<List<SizeRequests.Sized>>) reading).value();
    }

    private static List<FieldProblem> problems(String body) {
        Reading<?> reading = read(body);
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong<?>) reading).problems();
    }

    private static Reading<List<SizeRequests.Sized>> read(String body) {
        return SizeRequests.sizes(body.getBytes(StandardCharsets.UTF_8));
    }
}

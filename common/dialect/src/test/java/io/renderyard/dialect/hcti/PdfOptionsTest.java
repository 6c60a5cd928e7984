package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.PictureFormat.Pdf;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PdfOptionsTest {
    @Test
    void withoutAWordItIsLetterWithoutMargins() {
        assertThat(Drawing.of(Asked.definition(Asked.html(""))).document().format())
                .isEqualTo(
                        new Pdf(Paper.LETTER, Margins.NONE, 1, false, false, null, null, null, null, false, List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void paperHasItsSides(Paper paper, String options) {
        assertThat(pdf(options).paper().width()).isEqualTo(paper.width(), within(1e-9));
        assertThat(pdf(options).paper().height()).isEqualTo(paper.height(), within(1e-9));
    }

    static Stream<Arguments> paperHasItsSides() {
        return Stream.of(
                arguments(new Paper(72, 144), "'page_width':'1in','page_height':'2in'"),
                arguments(new Paper(72, 72), "'page_width':'2.54cm','page_height':'25.4mm'"),
                arguments(new Paper(75, 100), "'page_width':'100px','page_height':'100pt'"),
                arguments(new Paper(75, 792), "'page_width':'100'"),
                arguments(new Paper(75, 792), "'page_width':100"),
                arguments(new Paper(612, 14_400), "'page_height':' 200in '"),
                arguments(new Paper(306, 990), "'page_width':'50%','page_height':'125%'"),
                arguments(new Paper(28, 792), "'page_width':'1%'"),
                arguments(Paper.LETTER, "'page_width':'','page_height':null"));
    }

    @ParameterizedTest
    @MethodSource
    void marginsAreTopRightBottomLeft(Margins margins, String options) {
        assertThat(pdf(options).margins()).isEqualTo(margins);
    }

    static Stream<Arguments> marginsAreTopRightBottomLeft() {
        return Stream.of(
                arguments(new Margins(72, 7.5, 3, 0), "'margins':['1in','10px','3pt','0px']"),
                arguments(new Margins(7.5, 7.5, 0, 0), "'margins':[10,'10','',null]"),
                arguments(
                        new Margins(10, 20, 30, 40),
                        "'page_width':'200pt','page_height':'100pt','margins':['10%','10%','30%','20%']"),
                arguments(Margins.NONE, "'margins':null"),
                arguments(new Margins(0, 0, 0, 71), "'page_width':'72pt','margins':['0','0','0','71pt']"));
    }

    @Test
    void scaleAndBackgroundsAreKept() {
        assertThat(pdf("'scale':0.1,'print_background':true"))
                .isEqualTo(new Pdf(
                        Paper.LETTER, Margins.NONE, 0.1, false, true, null, null, null, null, false, List.of()));
        assertThat(pdf("'scale':'2','print_background':'false'").scale()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'page_width':'1 furlong',pdf_options.page_width,with its unit",
                "'page_width':'-1in',pdf_options.page_width,with its unit",
                "'page_width':'9mm',pdf_options.page_width,between 10mm and 200in",
                "'page_height':'201in',pdf_options.page_height,between 10mm and 200in",
                "'page_height':'1e9',pdf_options.page_height,with its unit",
                "'page_height':{},pdf_options.page_height,must be a length",
                "'scale':0.09,pdf_options.scale,between 0.1 and 2",
                "'scale':2.1,pdf_options.scale,between 0.1 and 2",
                "'print_background':'yes',pdf_options.print_background,true or false",
                "'margins':'1in',pdf_options.margins,four lengths",
                "`'margins':['1in','1in','1in']`,pdf_options.margins,four lengths",
                "`'margins':['1in','1in','1in','1in','1in']`,pdf_options.margins,four lengths",
                "`'margins':['1in','1in','x','1in']`,pdf_options.margins[2],with its unit",
                "`'margins':['1in',{},'1in','1in']`,pdf_options.margins[1],must be a length",
                "`'margins':['1in','1in','1in',true]`,pdf_options.margins[3],must be a length",
                "`'margins':['0','306pt','0','306pt']`,pdf_options.margins,room",
                "`'margins':['50%','0','50%','0']`,pdf_options.margins,room",
                "`'page_width':'30pt','margins':['0','20pt','0','9.5pt']`,pdf_options.margins,room"
            })
    void whatIsWrongIsNamed(String options, String field, String says) {
        assertThat(Asked.refused(ImageRequests.create(Asked.html("'pdf_options':{" + options + "}")))
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.message()).contains(says);
                });
    }

    @Test
    void aFormHasThemAsText() {
        assertThat(Asked.definition(Asked.html("'pdf_options':'{\\'scale\\':0.5}'"))
                        .at("pdf_options"))
                .isEqualTo(Asked.body("{'scale':0.5}"));
    }

    private static Pdf pdf(String options) {
        return (Pdf) Drawing.of(Asked.definition(Asked.html("'pdf_options':{" + options + "}")))
                .document()
                .format();
    }
}

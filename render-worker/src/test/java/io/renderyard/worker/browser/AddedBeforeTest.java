package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Additions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedBeforeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>x | <style>c</style><p>x",
                "<!doctype html><p>x | <!doctype html><style>c</style><p>x",
                "<!-- a -- b --><!DOCTYPE html><html lang=en><head><title>t | <!-- a -- b --><!DOCTYPE html><html lang=en><head><style>c</style><title>t",
                "<html><header>x | <html><style>c</style><header>x",
                "<!doctype html><body>x | <!doctype html><style>c</style><body>x",
            })
    void theStyleGoesWhereTheHeadBegins(String markup, String expected) {
        assertThat(AddedBefore.to(markup, Additions.css("c"))).isEqualTo(expected);
    }

    @Test
    void aStyleSheetCannotEndItself() {
        assertThat(AddedBefore.to("", Additions.css("a</STYLE><script>x")))
                .isEqualTo("<style>a<\\/STYLE><script>x</style>");
    }

    @Test
    void withoutCssNothingChanges() {
        assertThat(AddedBefore.to("<p>", Additions.css(null))).isEqualTo("<p>");
        assertThat(AddedBefore.to("<p>", Additions.css(""))).isEqualTo("<p>");
    }

    @Test
    void aLongUnendingCommentIsNoTrouble() {
        String markup = "<!--" + "-".repeat(2_000_000);

        assertThat(AddedBefore.to(markup, Additions.css("c"))).startsWith("<style>c</style><!--");
    }
}

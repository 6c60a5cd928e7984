package io.renderyard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkTest {
    @Test
    void eachRenderIsTakenOnce() {
        Work work = new Work(2, 60);

        assertThat(work.take()).hasValue(0);
        assertThat(work.take()).hasValue(1);
        assertThat(work.take()).isEmpty();
    }

    @Test
    void nothingIsTakenWhenTimeIsUpOrWorkWasStopped() {
        assertThat(new Work(5, -1).take()).isEmpty();

        Work work = new Work(5, 60);
        work.stop();
        assertThat(work.take()).isEmpty();
    }

    @Test
    void pagesGetContentOfTheirOwnWithoutEndingTheString() {
        Page page = Page.of("quoted", "<p>\"</p>");

        assertThat(page.open() + Page.close("run 1")).isEqualTo("\"<p>\\\"</p><!-- run 1 -->\"");
    }
}

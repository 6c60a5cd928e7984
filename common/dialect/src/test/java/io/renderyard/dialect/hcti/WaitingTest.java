package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.render.Waiting.Arrival;
import io.renderyard.kernel.render.Waiting.OnTimeout;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a page is drawn. */
class WaitingTest {
    @Test
    void markupThatRunsNothingIsReadyWhenItHasLoaded() {
        Waiting waiting = Asked.raster(Asked.html("")).waiting();

        assertThat(waiting.until()).isEqualTo(Arrival.LOADED);
        assertThat(waiting.delay()).isZero();
        assertThat(waiting.onTimeout()).isEqualTo(OnTimeout.CAPTURE);
        assertThat(waiting.atMost()).isEqualTo(Waiting.PLAIN.atMost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>1</script>",
                "<SCRIPT src=a>",
                "<img src=a onerror=fetch(1)>",
                "<iframe src=a></iframe>",
                "<p>{{{markup}}}",
                "<p>{{&markup}}"
            })
    void markupThatMayRunIsReadyWhenItsNetworkIsQuiet(String markup) {
        assertThat(Asked.raster(Asked.body("{'html':'" + markup + "'}"))
                        .waiting()
                        .until())
                .isEqualTo(Arrival.NETWORK_QUIET);
    }

    @Test
    void anAddressIsReadyWhenItsNetworkIsQuiet() {
        assertThat(Asked.raster(Asked.url("")).waiting().until()).isEqualTo(Arrival.NETWORK_QUIET);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'ms_delay':20000,20000,25000",
                "`'ms_delay':400,'max_wait_ms':500`,400,500",
                "`'ms_delay':20000,'max_wait_ms':10000`,10000,10000",
                "'max_wait_ms':500,0,500"
            })
    void theDelayIsNeverLongerThanTheWholeWait(String members, long delay, long most) {
        Waiting waiting = Asked.raster(Asked.html(members)).waiting();

        assertThat(waiting.delay()).isEqualTo(Duration.ofMillis(delay));
        assertThat(waiting.atMost()).isEqualTo(Duration.ofMillis(most));
    }

    @Test
    void aPageThatNeverSaysThatItIsReadyFails() {
        Waiting waiting = Asked.raster(Asked.html("'render_when_ready':true")).waiting();

        assertThat(waiting.readyElement()).isEqualTo("HCTIReadyNow");
        assertThat(waiting.onTimeout()).isEqualTo(OnTimeout.FAIL);
    }
}

package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipeTrialTest {
    private final PipeTrial trial = new PipeTrial();
    private final Set<Boolean> working = new HashSet<>(Set.of(true, false));
    private final List<Boolean> tried = new ArrayList<>();

    private boolean launch() throws Exception {
        return trial.launch(piped -> {
            tried.add(piped);
            if (!working.contains(piped)) {
                throw new BrowserStartException("made to fail", null);
            }
            return piped;
        });
    }

    @Test
    void thePipeIsUsedWhereItWorks() throws Exception {
        assertThat(launch()).isTrue();
        assertThat(launch()).isTrue();
        assertThat(tried).containsExactly(true, true);
    }

    @Test
    void aChromeWithoutItIsNotAskedAgain() throws Exception {
        working.remove(true);

        assertThat(launch()).isFalse();
        assertThat(launch()).isFalse();
        assertThat(tried).containsExactly(true, false, false);
    }

    @Test
    void whereThePipeWorkedOnceAFailureHasAnotherReason() throws Exception {
        assertThat(launch()).isTrue();
        working.remove(true);

        assertThatThrownBy(this::launch).isInstanceOf(BrowserStartException.class);
        assertThat(tried).containsExactly(true, true);
    }

    @Test
    void whereNothingStartsNothingIsLearnt() throws Exception {
        working.clear();
        assertThatThrownBy(this::launch).isInstanceOf(BrowserStartException.class);

        working.add(true);
        assertThat(launch()).isTrue();
    }
}

package io.renderyard.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(3));

    @Test
    void gapsDoubleUpToTheLongest() {
        assertThat(policy.gapAfter(FailureCode.TIMEOUT, 1)).contains(Duration.ofSeconds(1));
        assertThat(policy.gapAfter(FailureCode.TIMEOUT, 2)).contains(Duration.ofSeconds(2));
        assertThat(policy.gapAfter(FailureCode.TIMEOUT, 3)).contains(Duration.ofSeconds(3));
    }

    @Test
    void whoseLeaseHadToRunOutHasWaitedEnough() {
        assertThat(policy.gapAfter(FailureCode.WORKER_LOST, 1)).contains(Duration.ZERO);
        assertThat(policy.gapAfter(FailureCode.WORKER_LOST, 4)).contains(Duration.ZERO);
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(policy.gapAfter(FailureCode.TIMEOUT, 5)).isEmpty();
        assertThat(policy.gapAfter(FailureCode.WORKER_LOST, 5)).isEmpty();
    }

    @Test
    void whatTheCallerMustMendIsNotTriedAgain() {
        assertThat(policy.gapAfter(FailureCode.SELECTOR_NOT_FOUND, 1)).isEmpty();
    }

    @Test
    void aPolicyWithoutAttemptsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO));
    }
}

package io.renderyard.process.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.ProblemException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimits limits = new RateLimits(
            new LimitSettings(new LimitSettings.Submissions(3, 1), new LimitSettings.Polls(5, 2)), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return now.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void asManyAsTheBurstPassAtOnceAndTheNextIsRefused() {
        Credential key = key(1);
        for (int left = 2; left >= 0; left--) {
            assertThat(submit(key).getHeader("RateLimit-Remaining")).isEqualTo("" + left);
        }

        var refused = new MockHttpServletResponse();
        assertThatThrownBy(() -> limits.submission(key, refused))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(429));
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getHeader("RateLimit-Limit")).isEqualTo("3");
        assertThat(refused.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.getHeader("RateLimit-Reset")).isEqualTo("3");
    }

    @Test
    void timeFillsTheBucketAgain() {
        Credential key = key(1);
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse unused = submit(key);
        }

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(submit(key).getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThatThrownBy(() -> submit(key)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whoSubmitsTooOftenMayStillPoll() {
        Credential key = key(1);
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse unused = submit(key);
        }
        assertThatThrownBy(() -> submit(key)).isInstanceOf(ProblemException.class);

        var polled = new MockHttpServletResponse();
        limits.poll(key, polled);

        assertThat(polled.getHeader("RateLimit-Limit")).isEqualTo("5");
        assertThat(polled.getHeader("RateLimit-Remaining")).isEqualTo("4");
    }

    @Test
    void aLoudKeyDoesNotQuietAnother() {
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse unused = submit(key(1));
        }
        assertThatThrownBy(() -> submit(key(1))).isInstanceOf(ProblemException.class);

        assertThat(submit(key(2)).getHeader("RateLimit-Remaining")).isEqualTo("2");
    }

    @Test
    void aLimitOfNothingIsNoLimit() {
        assertThatThrownBy(() -> new LimitSettings.Polls(0, 1)).hasMessageContaining("renderyard.limits.polls");
    }

    private MockHttpServletResponse submit(Credential key) {
        var response = new MockHttpServletResponse();
        limits.submission(key, response);
        return response;
    }

    private static Credential key(int number) {
        return new Credential(new UUID(7, number), new TenantId(new UUID(1, 1)), Set.of(), false);
    }
}

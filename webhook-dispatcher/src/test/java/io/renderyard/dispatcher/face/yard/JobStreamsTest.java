package io.renderyard.dispatcher.face.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Progress;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobStreamsTest {
    @ParameterizedTest
    @MethodSource
    void aJobIsToldAgainWhenSomethingIsNew(boolean told, Job before, Job now) {
        assertThat(JobStreams.differs(now, before)).isEqualTo(told);
    }

    static Stream<Arguments> aJobIsToldAgainWhenSomethingIsNew() {
        Job started = Examples.running(1, null);
        Job further = Examples.running(1, new Progress(3, 30));
        return Stream.of(
                arguments(false, Examples.queued(), Examples.queued()),
                arguments(true, Examples.queued(), started),
                arguments(true, started, further),
                arguments(false, further, Examples.running(1, new Progress(3, 30))),
                arguments(true, further, Examples.running(1, new Progress(4, 30))),
                arguments(true, started, Examples.running(2, null)),
                arguments(true, further, Examples.succeeded()));
    }
}

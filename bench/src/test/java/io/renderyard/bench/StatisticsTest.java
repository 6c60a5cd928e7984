package io.renderyard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void theMedianIsTheMiddleWhateverTheOrder() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    }

    @Test
    void aPercentileIsAValueThatWasSeen() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();

        assertThat(Statistics.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Statistics.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Statistics.percentile(hundred, 100)).isEqualTo(100);
        assertThat(Statistics.percentile(hundred.subList(0, 10), 99)).isEqualTo(10);
        assertThat(Statistics.percentile(List.of(7.0), 1)).isEqualTo(7);
    }

    @Test
    void nothingHasNoStatistics() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.median(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(List.of(1.0), 0));
    }

    @Test
    void aSpreadNamesTheMiddleAndBothEnds() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
    }

    @Test
    void ratiosCompareEachRoundWithItsOwn() {
        Spread ratio = Spread.ofRatios(List.of(10.0, 5.0, 8.0), List.of(20.0, 10.0, 10.0));

        assertThat(ratio).isEqualTo(new Spread(0.5, 0.5, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.ofRatios(List.of(1.0), List.of()));
    }

    @Test
    void addedTimeIsTakenAgainstTheSamePageAlone() {
        Added added = Added.called("test");

        added.add(List.of(sample(0, 12), sample(1, 105)), List.of(sample(0, 10), sample(1, 100), sample(1, 90)));

        assertThat(added.milliseconds()).containsExactly(2.0, 10.0);
    }

    @Test
    void aRateLiesBetweenTheFirstAndTheLastPicture() throws BenchException {
        assertThat(Throughput.rate(List.of(3_000_000_000L, 1_000_000_000L, 2_000_000_000L)))
                .isEqualTo(1);
    }

    @Test
    void whatTheLedgerDidNotTimeIsAround() {
        assertThat(new Latency.Sample(0, 100, new Farm.Stages(10, 60)).around()).isEqualTo(30);
    }

    private static Latency.Sample sample(int page, double milliseconds) {
        return new Latency.Sample(page, milliseconds, new Farm.Stages(0, 0));
    }
}

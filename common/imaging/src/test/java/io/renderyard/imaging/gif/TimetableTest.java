package io.renderyard.imaging.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.imaging.gif.Timetable.Slot;
import io.renderyard.imaging.gif.UnsuitableFramesException.Reason;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    @Test
    void roundingDoesNotDrift() {
        int[] fifteenASecond = new int[30];
        Arrays.setAll(fifteenASecond, i -> i % 3 == 0 ? 66 : 67);
        Timetable timetable = Timetable.of(lasting(fifteenASecond));
        assertThat(timetable.slots()).hasSize(30).extracting(Slot::delay).containsOnly(6, 7);
        assertThat(timetable.slots().stream().mapToInt(Slot::delay).sum()).isEqualTo(200);
    }

    @Test
    void framesThatViewersWouldSlowDownAreLeftOut() {
        assertThat(Timetable.of(lasting(10, 10, 10, 30, 16, 17, 17)).slots())
                .containsExactly(new Slot(0, 2), new Slot(2, 4), new Slot(4, 2), new Slot(6, 3));
    }

    @Test
    void theLastFrameIsNeverLeftOut() {
        assertThat(Timetable.of(lasting(20, 20, 10)).slots()).containsExactly(new Slot(0, 2), new Slot(2, 3));
    }

    @Test
    void oneShortFrameIsShown() {
        assertThat(Timetable.of(lasting(4)).slots()).containsExactly(new Slot(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 600_001})
    void aDurationOutsideAGifsReachIsRefused(int millis) {
        assertThatThrownBy(() -> Timetable.of(lasting(40, millis)))
                .hasMessageContaining("Frame 1 lasts " + millis + " ms")
                .asInstanceOf(InstanceOfAssertFactories.type(UnsuitableFramesException.class))
                .extracting(UnsuitableFramesException::reason)
                .isEqualTo(Reason.UNSUITABLE_DURATION);
    }

    private static FrameSource lasting(int... millis) {
        return new FrameSource() {
            @Override
            public int size() {
                return millis.length;
            }

            @Override
            public BufferedImage frame(int index) {
                throw new AssertionError("a timetable needs no pixels");
            }

            @Override
            public int durationMillis(int index) {
                return millis[index];
            }
        };
    }
}

package io.renderyard.preview.ink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void theSameStartIsTheSameChance() {
        Dice one = new Dice(5);
        Dice other = new Dice(5);

        for (int i = 0; i < 100; i++) {
            assertThat(one.unit()).isEqualTo(other.unit()).isBetween(0d, 1d);
        }
        assertThat(new Dice(6).unit()).isNotEqualTo(new Dice(5).unit());
    }

    @Test
    void aForkDoesNotDisturbWhatItCameFrom() {
        Dice dice = new Dice(5);
        double undisturbed = new Dice(5).unit();

        assertThat(dice.fork("a").unit()).isNotEqualTo(dice.fork("b").unit());
        assertThat(dice.unit()).isEqualTo(undisturbed);
    }
}

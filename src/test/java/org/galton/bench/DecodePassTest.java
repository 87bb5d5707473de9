package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DecodePassTest {
  @Test
  void aFreeSlotTakesTheNextRequestAtOnce() {
    assertThat(DecodePass.steps(List.of(5, 2, 2, 1), 1)).isEqualTo(10);
    assertThat(DecodePass.steps(List.of(5, 2, 2, 1), 2)).isEqualTo(5);
    assertThat(DecodePass.steps(List.of(1, 2, 2, 5), 2)).isEqualTo(7);
    assertThat(DecodePass.steps(List.of(5, 2, 2, 1), 9)).isEqualTo(5);
  }

  @Test
  void aRatioIsTheMedianOfTheRoundsOwnRatios() {
    DecodeRow slow = new DecodeRow(1, List.of(timing(10), timing(2), timing(4)));
    DecodeRow fast = new DecodeRow(1, List.of(timing(30), timing(2), timing(8)));
    assertThat(fast.ratio(slow, DecodeTiming::tokensPerSecond)).isCloseTo(2, within(1e-12));
    assertThat(fast.median(DecodeTiming::tokensPerSecond)).isCloseTo(8, within(1e-12));
    assertThat(fast.lowest(DecodeTiming::tokensPerSecond)).isCloseTo(2, within(1e-12));
    assertThat(fast.highest(DecodeTiming::tokensPerSecond)).isCloseTo(30, within(1e-12));
  }

  @Test
  void moreRolloutsTakeLongerByTheTimeAfterTheSetup() {
    DecodeTiming scaled = new DecodeTiming(2, 20, 10, 1, 3, 6).scaled(4);

    assertThat(scaled).isEqualTo(new DecodeTiming(8, 80, 40, 1, 9, 18));
    assertThat(scaled.secondsPerStep()).isCloseTo(0.2, within(1e-12));
  }

  private static DecodeTiming timing(long tokens) {
    return new DecodeTiming(1, tokens, tokens, 0, 1, 1);
  }
}

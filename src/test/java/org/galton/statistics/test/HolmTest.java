package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void laterTestsAreNeverMoreCertainThanEarlierOnes() {
    // By hand: 4 * .01, 3 * .03, then max(.09, 2 * .04), then max(.09, .045).
    assertThat(Holm.of(new double[] {.045, .01, .04, .03}))
        .containsExactly(new double[] {.09, .04, .09, .09}, within(1e-15));
  }

  @Test
  void aFamilyOfOneKeepsItsPValueAndNoneIsAboveOne() {
    assertThat(Holm.of(new double[] {.3})).containsExactly(.3);
    assertThat(Holm.of(new double[0])).isEmpty();
    assertThat(Holm.of(new double[] {.6, .7})).containsExactly(1, 1);
  }

  @Test
  void aPValueOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> Holm.of(new double[] {-.1}))
        .hasMessage("Invalid p-value -0.1: expected 0 to 1");
  }
}

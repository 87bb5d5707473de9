package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SignTestTest {
  // SciPy 1.15, binomtest(k, n).pvalue; agreement is that of two incomplete beta functions.
  @Test
  void anIndependentProgramHasTheSameValues() {
    is(15, 21, 0.4050322461407632);
    is(3, 6, 0.5078125);
    is(480, 520, 0.2174482932041415);
  }

  // All of n on one side: 2 / 2^n. Of ten, one on the other side: 2 (1 + 10) / 2^10.
  @Test
  void closedForms() {
    is(0, 5, 2.0 / 32);
    is(40, 0, 2.0 / (1L << 40));
    is(9, 1, 22.0 / 1024);
    is(5, 5, 1);
    is(1, 0, 1);
  }

  @Test
  void withoutADifferenceThereIsNoValue() {
    assertThat(SignTest.of(0, 0)).isEmpty();
    assertThatThrownBy(() -> SignTest.of(-1, 2)).hasMessageContaining("0 or more");
  }

  private static void is(int higher, int lower, double p) {
    assertThat(SignTest.of(higher, lower).orElseThrow()).isCloseTo(p, within(1e-11 * p));
    assertThat(SignTest.of(lower, higher)).isEqualTo(SignTest.of(higher, lower));
  }
}

package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MidRanksTest {

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    // R: rank(c(3, 1, 3, 2, 3, 1)).
    assertThat(MidRanks.of(new double[] {3, 1, 3, 2, 3, 1})).containsExactly(5, 1.5, 5, 3, 5, 1.5);
  }

  @Test
  void bothZerosAreEqual() {
    assertThat(MidRanks.of(new double[] {0.0, -0.0, -1})).containsExactly(2.5, 2.5, 1);
    assertThat(MidRanks.of(new double[0])).isEmpty();
  }
}

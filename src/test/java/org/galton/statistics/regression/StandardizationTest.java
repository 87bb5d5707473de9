package org.galton.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardizationTest {

  @Test
  void aSampleHasMeanZeroAndDeviationOne() {
    Standardization scale = Standardization.of(new double[] {1, 2, 3, 6}).orElseThrow();
    assertThat(scale.mean()).isEqualTo(3);
    assertThat(scale.deviation()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-15));
    assertThat(scale.score(6)).isCloseTo(3 / Math.sqrt(14 / 3.0), within(1e-15));
  }

  @Test
  void valuesThatDoNotVaryHaveNoScale() {
    assertThat(Standardization.of(new double[] {0.1, 0.1, 0.1})).isEmpty();
    assertThat(Standardization.of(new double[] {0.1, Math.nextUp(0.1)})).isEmpty();
    assertThat(Standardization.of(new double[] {4})).isEmpty();
    assertThat(Standardization.of(new double[0])).isEmpty();
  }
}

package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileTest {

  @Test
  void percentilesAreOfTypeSeven() {
    // R: quantile(c(1, 2, 4, 8), c(.1, .5, .9), type = 7).
    double[] sorted = {1, 2, 4, 8};
    assertThat(Quantile.ofSorted(sorted, 0.1)).isCloseTo(1.3, within(1e-15));
    assertThat(Quantile.ofSorted(sorted, 0.5)).isEqualTo(3);
    assertThat(Quantile.ofSorted(sorted, 0.9)).isCloseTo(6.8, within(1e-14));
    assertThat(Quantile.ofSorted(sorted, 1)).isEqualTo(8);
    assertThat(Quantile.ofSorted(sorted, 1, 10)).isCloseTo(1.3, within(1e-15));
    assertThat(Quantile.ofSorted(sorted, 1, 2)).isEqualTo(3);
    assertThat(Quantile.ofSorted(sorted, 9, 10)).isCloseTo(6.8, within(1e-14));
    assertThat(Quantile.ofSorted(sorted, 1, 1)).isEqualTo(8);
  }

  @Test
  void partsFallOnOrderStatisticsExactly() {
    double[] thirds = IntStream.rangeClosed(0, 30).mapToDouble(Math::sqrt).toArray();
    for (int part = 0; part <= 30; part++) {
      assertThat(Quantile.ofSorted(thirds, part, 30)).isEqualTo(Math.sqrt(part));
    }
  }
}

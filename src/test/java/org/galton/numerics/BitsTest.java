package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BitsTest {

  @Test
  void logarithmsAreToBaseTwo() {
    assertThat(Bits.log2(8)).isCloseTo(3, within(1e-15));
    assertThat(Bits.ofNats(Math.log(8))).isEqualTo(Bits.log2(8));
  }

  @Test
  void zeroTimesItsLogarithmIsZero() {
    assertThat(Bits.xlog2x(0)).isZero();
    assertThat(Bits.xlog2x(0.25)).isCloseTo(-0.5, within(1e-16));
  }
}

package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorsTest {

  @Test
  void productsAreSummedInOrder() {
    assertThat(Vectors.dot(new double[] {1, 2, 3}, new double[] {4, -5, 6})).isEqualTo(12);
    // In another order the ones would not be lost beside 1e16.
    double[] ones = {1, 1, 1};
    assertThat(Vectors.dot(new double[] {1e16, 1, 1}, ones)).isEqualTo(1e16);
    assertThat(Vectors.dot(new double[] {1, 1, 1e16}, ones)).isEqualTo(1e16 + 2);
  }
}

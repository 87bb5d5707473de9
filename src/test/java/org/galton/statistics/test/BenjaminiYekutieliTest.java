package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiYekutieliTest {

  @Test
  void fourTestsHaveTheValuesOfTheFormula() {
    double[] p = {0.01, 0.04, 0.03, 0.5};
    assertThat(BenjaminiHochberg.of(p))
        .containsExactly(new double[] {0.04, 0.16 / 3, 0.16 / 3, 0.5}, within(1e-15));
    assertThat(BenjaminiYekutieli.of(p))
        .containsExactly(new double[] {1.0 / 12, 1.0 / 9, 1.0 / 9, 1}, within(1e-15));
  }

  @Test
  void valuesOfAnIndependentProgram() {
    double[] q =
        BenjaminiYekutieli.of(new double[] {.0001, .0004, .0019, .0095, .0201, .0278, .0298});
    assertThat(q)
        .containsExactly(
            new double[] {
              .001815, .00363, .011495, .04310625, .072963, .07726714285714286, .07726714285714286
            },
            within(1e-15));
  }

  @Test
  void aFamilyOfOneKeepsItsPValueAndAnEmptyOneHasNone() {
    assertThat(BenjaminiYekutieli.of(new double[] {.3})).containsExactly(.3);
    assertThat(BenjaminiYekutieli.of(new double[0])).isEmpty();
  }
}

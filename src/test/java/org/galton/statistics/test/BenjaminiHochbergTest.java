package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

  /** The p-values of section 4 of the paper: 15 tests, of which it rejects the first four. */
  private static final double[] THROMBOLYSIS = {
    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
    .7590, 1
  };

  @Test
  void thePapersExampleRejectsItsFourAndTheFormulaGivesTheirValues() {
    double[] q = BenjaminiHochberg.of(THROMBOLYSIS);
    assertThat(q[0]).isCloseTo(.0015, within(1e-15));
    assertThat(q[1]).isCloseTo(.003, within(1e-15));
    assertThat(q[2]).isCloseTo(.0095, within(1e-15));
    assertThat(q[3]).isCloseTo(.035625, within(1e-15));
    assertThat(q[4]).isCloseTo(.0603, within(1e-15));
    assertThat(Arrays.stream(q).filter(value -> value <= 0.05)).hasSize(4);
    assertThat(q[14]).isEqualTo(1);
  }

  @Test
  void aLargerPValueLendsItsQValueToSmallerOnes() {
    // By hand: .04 * 3 / 2 = .06 and .041 * 3 / 3 = .041; the second is the smaller.
    assertThat(BenjaminiHochberg.of(new double[] {.04, .041, .01}))
        .containsExactly(new double[] {.041, .041, .03}, within(1e-15));
  }

  @Test
  void aFamilyOfOneKeepsItsPValueAndAnEmptyOneHasNone() {
    assertThat(BenjaminiHochberg.of(new double[] {.3})).containsExactly(.3);
    assertThat(BenjaminiHochberg.of(new double[0])).isEmpty();
  }

  @Test
  void equalPValuesHaveEqualQValues() {
    assertThat(BenjaminiHochberg.of(new double[] {.2, .2, .2, .2})).containsOnly(.2);
  }

  /** With a tenth of real effects, the share of false discoveries stays below 0.1 on average. */
  @Test
  void falseDiscoveriesStayWithinTheirBound() {
    SplittableRandom random = new SplittableRandom(20261121);
    int repetitions = 4_000;
    double falseShare = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      double[] p = new double[50];
      Arrays.setAll(p, test -> test < 5 ? random.nextDouble() * 1e-4 : random.nextDouble());
      double[] q = BenjaminiHochberg.of(p);
      long found = Arrays.stream(q).filter(value -> value <= 0.1).count();
      long wrong = Arrays.stream(q).skip(5).filter(value -> value <= 0.1).count();
      falseShare += found == 0 ? 0 : (double) wrong / found;
    }
    // The rate is exactly 0.1 * 45 / 50 for independent tests.
    assertThat(falseShare / repetitions).isCloseTo(0.09, within(0.01));
  }

  @Test
  void aPValueOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> BenjaminiHochberg.of(new double[] {.1, 1.5}))
        .hasMessage("Invalid p-value 1.5: expected 0 to 1");
    assertThatThrownBy(() -> BenjaminiHochberg.of(new double[] {Double.NaN}))
        .hasMessage("Invalid p-value NaN: expected a finite number");
  }
}

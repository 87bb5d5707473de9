package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticTest {

  @Test
  void probabilitiesAreThoseOfTheClosedForm() {
    assertThat(Logistic.probability(0)).isEqualTo(0.5);
    assertThat(Logistic.probability(Math.log(3))).isCloseTo(0.75, within(1e-15));
    assertThat(Logistic.probability(-1000)).isZero();
    assertThat(Logistic.probability(1000)).isEqualTo(1);
  }

  @Test
  void logarithmsKeepTheirDigitsFarFromZero() {
    assertThat(Logistic.logProbability(Math.log(3))).isCloseTo(Math.log(0.75), within(1e-15));
    assertThat(Logistic.logProbability(40)).isEqualTo(-Math.exp(-40));
    assertThat(Logistic.logProbability(-1000)).isEqualTo(-1000);
  }

  @Test
  void softplusNeitherOverflowsNorVanishes() {
    assertThat(Logistic.softplus(0)).isEqualTo(Math.log(2));
    assertThat(Logistic.softplus(1000)).isEqualTo(1000);
    assertThat(Logistic.softplus(-40)).isEqualTo(Math.exp(-40));
    assertThat(Logistic.softplus(-1000)).isZero();
  }
}

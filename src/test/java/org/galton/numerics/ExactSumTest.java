package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExactSumTest {
  @Test
  void isTheRoundedSumOfExactDecimalsInEveryOrder() {
    for (int round = 0; round < 200; round++) {
      Random random = new Random(round);
      List<Double> terms = new ArrayList<>();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < 60; i++) {
        double term = Math.scalb(random.nextDouble() - 0.5, random.nextInt(240) - 120);
        terms.add(term);
        exact = exact.add(new BigDecimal(term));
      }
      Collections.shuffle(terms, random);
      ExactSum whole = new ExactSum();
      terms.forEach(whole::add);
      ExactSum parts = new ExactSum();
      for (int from = 0; from < 60; from += 20) {
        ExactSum part = new ExactSum();
        terms.subList(from, from + 20).forEach(part::add);
        parts.add(part);
      }
      assertThat(whole.value()).as("seed " + round).isEqualTo(exact.doubleValue());
      assertThat(parts.value()).as("seed " + round).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void termsThatCancelLeaveTheSmallOne() {
    assertThat(new ExactSum().add(1e100).add(1).add(-1e100).value()).isEqualTo(1);
    assertThat(new ExactSum().add(.1).add(.2).add(.3).value())
        .isEqualTo(new ExactSum().add(.3).add(.2).add(.1).value());
    assertThat(new ExactSum().add(5).add(-5).value()).isZero();
    assertThat(new ExactSum().value()).isZero();
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> new ExactSum().add(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExactSum().add(Double.MAX_VALUE).add(Double.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OptionalsTest {

  @Test
  void absentNumbersAreNullAndPresentOnesThemselves() {
    assertThat(Optionals.orNull(OptionalDouble.empty())).isNull();
    assertThat(Optionals.orNull(OptionalDouble.of(0.5))).isEqualTo(0.5);
    assertThat(Optionals.ofNullable(null)).isEmpty();
    assertThat(Optionals.ofNullable(0.5)).hasValue(0.5);
  }
}

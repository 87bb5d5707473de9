package org.galton.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleBiasTest {

  // numpy 2.4.6, default_rng(3): means of 2,000 to 4,000 pairs, each with its standard error.
  @ParameterizedTest
  @CsvSource({
    "8, 50, 1.0578, 0.0038",
    "8, 100, 0.5215, 0.0019",
    "8, 500, 0.10417, 0.00053",
    "32, 50, 12.021, 0.017",
    "32, 100, 5.9510, 0.0082"
  })
  void isThatOfAnIndependentSimulation(int dimensions, int vectors, double value, double error) {
    SampleBias bias = SampleBias.of(dimensions, vectors, 60, 1);
    assertThat(bias.value()).isCloseTo(value, within(4 * Math.hypot(error, bias.standardError())));
  }
}

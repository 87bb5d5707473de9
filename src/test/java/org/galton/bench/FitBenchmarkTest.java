package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FitBenchmarkTest {
  @Test
  void manyStartsNeverFindALowerSumOfSquares() {
    FitBenchmark.Result result = new FitBenchmark(300, 30, 10).run();
    assertThat(result.rivalLower()).isZero();
    assertThat(result.accepted()).isBetween(200, 300);
    assertThat(result.time().seconds()).isPositive();
    assertThat(result.rivalTime().cpuSeconds()).isPositive();
  }

  @Test
  void whatCannotBeFittedIsNoBenchmark() {
    assertThatThrownBy(() -> new FitBenchmark(10, 5, 1))
        .hasMessage(
            "Invalid benchmark of 10 series, 5 points, 1 starts: expected 1, 6 and 1 or more");
  }
}

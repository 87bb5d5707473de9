package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AllocationBenchmarkTest {

  @Test
  void bothGiveTheSameAtEverySize() {
    List<AllocationBenchmark.Row> rows = new AllocationBenchmark(20_000, 16, 128).run();
    assertThat(rows).extracting(AllocationBenchmark.Row::prompts).containsExactly(200, 2000, 20000);
    assertThat(rows).allSatisfy(row -> assertThat(row.different()).isZero());
    assertThat(rows).allSatisfy(row -> assertThat(row.ratio()).isPositive());
  }

  @Test
  void nothingToDivideIsNoBenchmark() {
    assertThatThrownBy(() -> new AllocationBenchmark(99, 16, 128))
        .hasMessage(
            "Invalid benchmark of 99 prompts, 16 rollouts of each, 128 at most: expected 100 or"
                + " more prompts, and 2 or more rollouts up to the most");
  }
}

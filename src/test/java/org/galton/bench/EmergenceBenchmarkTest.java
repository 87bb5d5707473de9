package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmergenceBenchmarkTest {
  @Test
  void everyCellTakesTime() {
    List<String> told = new ArrayList<>();
    EmergenceBenchmark.Result result = new EmergenceBenchmark(4, 3, 12, 40).run(told::add);
    assertThat(result.main().cell().replicates()).isEqualTo(320);
    assertThat(result.tables().seconds()).isPositive();
    assertThat(result.growth())
        .hasSize(10)
        .allSatisfy(one -> assertThat(one.seconds()).isPositive());
    assertThat(told).hasSize(4);
  }

  @Test
  void whatCannotBeMeasuredIsNoBenchmark() {
    assertThatThrownBy(() -> new EmergenceBenchmark(1, 1, 20, 200))
        .hasMessage(
            "Invalid benchmark of 1 groups, 1 agents, 20 rounds, 200 surrogates: expected 1, 2, 10"
                + " and 1 or more");
  }
}

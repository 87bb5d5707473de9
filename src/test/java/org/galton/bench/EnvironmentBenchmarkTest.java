package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galton.environment.suite.Environments;
import org.junit.jupiter.api.Test;

class EnvironmentBenchmarkTest {
  @Test
  void everyEnvironmentIsPlayedByBothPolicies() {
    assertThat(new EnvironmentBenchmark(0.001).run())
        .hasSameSizeAs(Environments.ALL)
        .allMatch(row -> row.random() > 0 && row.turns() >= row.random() && row.solver() > 0);
    assertThatThrownBy(() -> new EnvironmentBenchmark(0))
        .hasMessage("Invalid benchmark of 0.0 seconds: expected more than 0");
  }
}

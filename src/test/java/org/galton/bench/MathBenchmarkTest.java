package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MathBenchmarkTest {
  @Test
  void everyKindHasRightAndWrongAnswers() {
    List<MathBenchmark.Row> rows = new MathBenchmark(60).run();
    assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.right()).isBetween(20, 58));
    assertThat(rows).allSatisfy(row -> assertThat(row.perSecond()).isPositive());
  }

  @Test
  void nothingToJudgeIsNoBenchmark() {
    assertThatThrownBy(() -> new MathBenchmark(0))
        .hasMessage("Invalid benchmark of 0 answers: expected 1 or more");
  }
}

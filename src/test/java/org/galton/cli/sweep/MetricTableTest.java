package org.galton.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galton.table.MetricRow;
import org.junit.jupiter.api.Test;

class MetricTableTest {
  @Test
  void aCellIsARowOfItsHeadline() {
    assertThat(MetricText.of(cell("temperature=1")).toString())
        .isEqualTo(
            """
            model  task  pass@1         pass@4         pass@8         all_wrong
            ─────  ────  ─────────────  ─────────────  ─────────────  ─────────────
            m      sums  0.500 ± 0.100  0.500 ± 0.100  0.500 ± 0.100  0.500 ± 0.100
            """);
  }

  @Test
  void samplingsAreNamedWhereThereAreSeveral() {
    List<MetricRow> both = new ArrayList<>(cell("temperature=1"));
    both.addAll(cell("temperature=0.2"));

    assertThat(MetricText.of(both).toString().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("model  task  sampling         pass@1");
  }

  private static List<MetricRow> cell(String sampling) {
    return List.of(
        row(sampling, "pass@k", 1),
        row(sampling, "pass@k", 2),
        row(sampling, "pass@k", 4),
        row(sampling, "pass@k", 8),
        row(sampling, "pass^k", 8),
        row(sampling, "zero_variance", null),
        row(sampling, "all_wrong", null));
  }

  private static MetricRow row(String sampling, String metric, Integer k) {
    return new MetricRow(
        "r",
        "s",
        "m",
        null,
        null,
        "sums",
        sampling,
        "g",
        "j",
        metric,
        k,
        0.5,
        0.05,
        0.4,
        0.6,
        8,
        0,
        "unbiased");
  }
}

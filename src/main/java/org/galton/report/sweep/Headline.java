package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.galton.table.MetricRow;

/** The few of many figures that are looked at first. */
public final class Headline {
  private static final List<String> BRIEF =
      List.of("maj@n", "all_wrong", "completion_tokens", "truncation_rate");

  private static final List<String> USUAL =
      List.of(
          "maj@n",
          "all_wrong",
          "zero_variance",
          "answer_entropy",
          "completion_tokens",
          "truncation_rate");

  private Headline() {}

  /** Of the figures that are there: pass@k for the least, a middle and the greatest k, and more. */
  static List<MetricName> of(List<MetricRow> metrics) {
    return of(metrics, USUAL);
  }

  /** As many of them as a terminal is wide. */
  public static List<MetricName> brief(List<MetricRow> metrics) {
    return of(metrics, BRIEF);
  }

  private static List<MetricName> of(List<MetricRow> metrics, List<String> besidePassRates) {
    List<MetricName> names = new ArrayList<>();
    List<Integer> ks =
        metrics.stream()
            .filter(row -> row.metric().equals("pass@k"))
            .map(MetricRow::k)
            .distinct()
            .sorted()
            .toList();
    if (!ks.isEmpty()) {
      List.of(0, ks.size() / 2, ks.size() - 1).stream()
          .distinct()
          .forEach(place -> names.add(new MetricName("pass@k", ks.get(place))));
    }
    for (String metric : besidePassRates) {
      metrics.stream()
          .filter(row -> row.metric().equals(metric))
          .map(MetricName::of)
          .findFirst()
          .ifPresent(names::add);
    }
    return names;
  }
}

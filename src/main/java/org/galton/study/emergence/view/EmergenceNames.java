package org.galton.study.emergence.view;

import java.util.List;
import java.util.stream.Stream;
import org.galton.report.VisibleText;
import org.galton.study.emergence.row.EmergenceConditionRow;

/** What figures, conditions and null models are called before readers. */
final class EmergenceNames {
  private EmergenceNames() {}

  /** A condition's name, with its experiment where there are several, and its window. */
  static String condition(EmergenceConditionRow row, List<EmergenceConditionRow> all) {
    String rounds =
        row.firstRounds() == null ? "" : ", first %d rounds".formatted(row.firstRounds());
    return condition(row.experiment(), row.condition(), all) + rounds;
  }

  static String condition(String experiment, String condition, List<EmergenceConditionRow> all) {
    boolean several = all.stream().map(EmergenceConditionRow::experiment).distinct().count() > 1;
    return VisibleText.line(several ? experiment + " · " + condition : condition, 120);
  }

  /** As in {@code Synergy of pairs, broja}. */
  static String figure(String statistic, String measure) {
    return Stream.of(figure(statistic), measure == null ? "" : measure)
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  private static String figure(String statistic) {
    return switch (statistic) {
      case "capacity" -> "Emergence capacity: median synergy of pairs";
      case "capacity_max" -> "Largest synergy of a pair";
      case "redundancy" -> "Median redundancy of pairs";
      case "macro_information" -> "I(V;V′): the group about its own next state";
      case "s_macro" -> "Practical criterion S_macro (Ψ)";
      case "i3" -> "Coalitions: I3, median of triplets";
      case "i3_max" -> "I3 of the best triplet";
      case "g3" -> "Gain of a third agent: G3, median of triplets";
      case "g3_max" -> "G3 of the best triplet";
      case "total_stability" -> "Total stability: I3 / H(V′)";
      case "delta" -> "Downward causation Δ";
      case "gamma" -> "Γ: the group about one agent’s next state";
      default -> statistic;
    };
  }

  static String unit(String statistic) {
    return statistic.equals("total_stability") ? "share of H(V′)" : "bits";
  }
}

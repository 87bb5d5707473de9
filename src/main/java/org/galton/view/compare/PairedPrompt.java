package org.galton.view.compare;

import org.galton.report.Figures;
import org.galton.view.row.ShownValue;

/**
 * A prompt that two cells share.
 *
 * @param first share of right rollouts in A; null where it has no verdict
 * @param second in B
 */
record PairedPrompt(String promptId, String cluster, Double first, Double second, String query) {
  /** How B did beside A. */
  enum Result {
    WON,
    LOST,
    TIED
  }

  boolean isShort() {
    return first == null || second == null;
  }

  double difference() {
    return second - first;
  }

  Result result() {
    return difference() > 0 ? Result.WON : difference() < 0 ? Result.LOST : Result.TIED;
  }

  public String word() {
    return switch (result()) {
      case WON -> "won";
      case LOST -> "lost";
      case TIED -> "tied";
    };
  }

  public String ofA() {
    return Figures.percent(first);
  }

  public String ofB() {
    return Figures.percent(second);
  }

  public String change() {
    return Figures.points(difference());
  }

  public String shortId() {
    return ShownValue.shortId(promptId);
  }
}

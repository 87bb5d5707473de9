package org.galton.study.emergence.view;

import java.util.List;
import org.galton.report.VisibleText;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Figure;
import org.galton.study.emergence.row.Quantity;

/** What figures, conditions and null models are called before readers. */
final class EmergenceNames {
  private EmergenceNames() {}

  /** A condition's name, with its experiment where there are several, and its window. */
  static String condition(EmergenceConditionRow row, List<EmergenceConditionRow> all) {
    Figure figure = row.figure();
    String rounds =
        figure.firstRounds() == null ? "" : ", first %d rounds".formatted(figure.firstRounds());
    return condition(figure.experiment(), figure.condition(), all) + rounds;
  }

  static String condition(String experiment, String condition, List<EmergenceConditionRow> all) {
    return VisibleText.line(
        EmergenceClaims.several(all) ? experiment + " · " + condition : condition, 120);
  }

  /** As in {@code Largest synergy of a pair, broja}. */
  static String figure(EmergenceConditionRow row) {
    Figure figure = row.figure();
    String title = Quantity.of(figure.statistic()).title();
    return figure.measure() == null ? title : title + ", " + figure.measure();
  }
}

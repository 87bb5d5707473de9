package org.galton.study.emergence;

import java.util.List;
import java.util.Locale;
import org.galton.console.TextTable;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Figure;

/** How far claims about groups hang on bins, estimator and measure, for the terminal. */
final class SensitivityTable {
  private SensitivityTable() {}

  static String of(List<SensitivityCell> cells) {
    long changed = cells.stream().filter(cell -> !cell.change().label().isEmpty()).count();
    return TextTable.of(
            List.of(
                "condition",
                "rounds",
                "diagnostic",
                "by",
                "null",
                "bins",
                "estimator",
                "corrected",
                "stouffer_p",
                "changes"),
            cells.stream().sorted(SensitivityTable::byFigure).map(SensitivityTable::row).toList())
        + String.format(
            Locale.ROOT,
            "%,d of %,d cells differ in sign or significance from the one that was asked for\n",
            changed,
            cells.size());
  }

  /** The cells of one figure beside each other; those asked for stay first. */
  private static int byFigure(SensitivityCell one, SensitivityCell other) {
    return figure(one.row()).compareTo(figure(other.row()));
  }

  private static String figure(EmergenceConditionRow row) {
    Figure figure = row.figure();
    return String.join(
        "\n",
        figure.experiment(),
        figure.condition(),
        EmergenceText.rounds(figure.firstRounds()),
        figure.statistic(),
        EmergenceText.orBlank(figure.measure()),
        figure.nullModel());
  }

  private static List<String> row(SensitivityCell cell) {
    Figure figure = cell.row().figure();
    return List.of(
        figure.condition(),
        EmergenceText.rounds(figure.firstRounds()),
        figure.statistic(),
        EmergenceText.orBlank(figure.measure()),
        figure.nullModel(),
        Integer.toString(cell.bins()),
        cell.estimator().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        EmergenceText.bits(cell.row().correctedMean().value()),
        EmergenceText.bits(cell.row().tests().stouffer().pValue()),
        cell.change().label());
  }
}

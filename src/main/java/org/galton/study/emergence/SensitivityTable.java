package org.galton.study.emergence;

import java.util.List;
import java.util.Locale;
import org.galton.console.TextTable;
import org.galton.study.emergence.row.EmergenceConditionRow;

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
    return String.join(
        "\n",
        row.experiment(),
        row.condition(),
        rounds(row),
        row.statistic(),
        measure(row),
        row.nullModel());
  }

  private static List<String> row(SensitivityCell cell) {
    EmergenceConditionRow row = cell.row();
    return List.of(
        row.condition(),
        rounds(row),
        row.statistic(),
        measure(row),
        row.nullModel(),
        Integer.toString(cell.bins()),
        cell.estimator().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        number(row.correctedMean()),
        number(row.stoufferPValue()),
        cell.change().label());
  }

  private static String rounds(EmergenceConditionRow row) {
    return row.firstRounds() == null ? "all" : row.firstRounds().toString();
  }

  private static String measure(EmergenceConditionRow row) {
    return row.measure() == null ? "" : row.measure();
  }

  private static String number(Double value) {
    // Adding 0 turns a rounded -0.0000 into 0.0000.
    return value == null
        ? "NULL"
        : String.format(Locale.ROOT, "%.4f", Math.rint(value * 1e4) / 1e4 + 0.0);
  }
}

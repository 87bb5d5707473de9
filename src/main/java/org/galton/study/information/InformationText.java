package org.galton.study.information;

import java.util.List;
import java.util.Locale;
import org.galton.console.TextTable;
import org.galton.information.NullComparison;

/** Information of columns as a table for the terminal. */
final class InformationText {
  private InformationText() {}

  static String of(InformationResult result) {
    String heading =
        "%s: %s rows%s, bits beside %d shuffles"
            .formatted(
                result.request().input(),
                count(result.rows()),
                result.rowsSkipped() == 0
                    ? ""
                    : " (" + count(result.rowsSkipped()) + " skipped for want of a value)",
                result.request().test().replicates());
    return heading
        + "\n"
        + TextTable.of(
            List.of("quantity", "by", "bits", "chance", "chance_95", "corrected", "p"),
            result.figures().stream().map(InformationText::row).toList());
  }

  private static List<String> row(InformationFigure figure) {
    NullComparison found = figure.comparison();
    return List.of(
        figure.quantity(),
        figure.method(),
        bits(found.observed()),
        bits(found.nullMedian()),
        bits(found.nullHigh()),
        bits(found.corrected()),
        bits(found.pValue()));
  }

  private static String bits(double value) {
    // Adding 0 turns a rounded -0.0000 into 0.0000.
    return String.format(Locale.ROOT, "%.4f", Math.rint(value * 1e4) / 1e4 + 0.0);
  }

  private static String count(int rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}

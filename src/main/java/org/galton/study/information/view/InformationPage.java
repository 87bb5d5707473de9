package org.galton.study.information.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.report.VisibleText;
import org.galton.study.information.row.InformationRow;
import org.galton.table.RunRow;

/** The page of what columns of anyone's file say about each other. */
public final class InformationPage {
  private static final int MOST_NAMED = 4;

  private InformationPage() {}

  /**
   * @param warnings that the analysis gave
   */
  public static StudyPage of(RunRow run, List<InformationRow> rows, List<String> warnings) {
    List<String> all = new ArrayList<>();
    warnings.forEach(warning -> all.add(VisibleText.line(warning, 400)));
    long skipped = rows.stream().mapToLong(InformationRow::rowsSkipped).max().orElse(0);
    if (skipped > 0) {
      all.add("%s rows were skipped for want of a value.".formatted(Figures.count(skipped)));
    }
    return StudyPage.of(
        "information", run, finding(rows), all, List.of(InformationSection.of(rows)));
  }

  /** The informations themselves; the parts of a decomposition are in the picture. */
  private static String finding(List<InformationRow> rows) {
    return rows.stream()
        .filter(row -> row.quantity().startsWith("I("))
        .limit(MOST_NAMED)
        .map(InformationPage::sentence)
        .collect(Collectors.joining(" "));
  }

  private static String sentence(InformationRow row) {
    String p = Figures.probability(row.pValue());
    return "%s is %s bits; shuffles give %s (p %s)."
        .formatted(
            VisibleText.line(row.quantity(), 120),
            Figures.fineBits(row.bits()),
            Figures.fineBits(row.nullMedian()),
            p.startsWith("<") ? p : "= " + p);
  }
}

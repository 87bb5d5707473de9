package org.galton.study.vgb.view;

import java.util.Comparator;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.vgb.row.VgbHorizonRow;
import org.galton.table.RunRow;

/** The page of VGB against horizons. */
public final class VgbPage {
  private VgbPage() {}

  public static StudyPage of(RunRow run, List<VgbHorizonRow> rows) {
    return StudyPage.of("vgb", run, finding(rows), List.of(), List.of(new VgbSection(rows)));
  }

  private static String finding(List<VgbHorizonRow> rows) {
    VgbHorizonRow worst =
        rows.stream().max(Comparator.comparingDouble(VgbHorizonRow::oneWayTv)).orElseThrow();
    double walk = rows.stream().mapToDouble(VgbHorizonRow::walkTv).max().orElseThrow();
    return "Guidance that never goes back misses the target by up to %s in total variation (%s, %s values, %d tokens), the walk by %s."
        .formatted(
            Figures.fineBits(worst.oneWayTv()),
            worst.task(),
            worst.valueRule(),
            worst.horizon(),
            Figures.fineBits(walk));
  }
}

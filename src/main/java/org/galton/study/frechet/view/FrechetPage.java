package org.galton.study.frechet.view;

import java.util.Comparator;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.frechet.row.FrechetDistanceRow;
import org.galton.study.frechet.row.FrechetMeanRow;
import org.galton.table.RunRow;

/** The page of distances between groups of vectors. */
public final class FrechetPage {
  private FrechetPage() {}

  public static StudyPage of(
      RunRow run, List<FrechetDistanceRow> rows, List<FrechetMeanRow> means) {
    FrechetSection section = new FrechetSection(rows, means);
    return StudyPage.of("frechet", run, finding(section), List.of(), List.of(section));
  }

  private static String finding(FrechetSection section) {
    FrechetDistanceRow nearest =
        section.rows().stream()
            .min(Comparator.comparingDouble(FrechetDistanceRow::distance))
            .orElseThrow();
    FrechetDistanceRow farthest =
        section.rows().stream()
            .max(Comparator.comparingDouble(FrechetDistanceRow::distance))
            .orElseThrow();
    return "Squared distances from '%s' are %s to %s; %d of %d are mostly bias, with fewer than 10 vectors a dimension."
        .formatted(
            nearest.reference(),
            Figures.fineBits(nearest.distance()),
            Figures.fineBits(farthest.distance()),
            section.rows().stream().filter(FrechetDistanceRow::lowN).count(),
            section.rows().size());
  }
}

package org.galton.study.scaling.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.report.VisibleText;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.table.RunRow;

/** The page of curves fitted to anyone's points. */
public final class FitPage {
  private static final int MOST_NAMED = 5;

  private FitPage() {}

  public static StudyPage of(RunRow run, ScalingRows rows) {
    return StudyPage.of(
        "fit",
        run,
        finding(rows.fits()),
        dropped(rows.fits()),
        List.of(ScalingSection.ofPoints(rows)));
  }

  private static List<String> dropped(List<ScalingFitRow> fits) {
    return fits.stream()
        .filter(fit -> fit.dropped() > 0)
        .limit(MOST_NAMED)
        .map(
            fit ->
                "%s: %s rows were dropped, without a finite compute and reward or with compute below 0."
                    .formatted(VisibleText.line(fit.series(), 120), Figures.count(fit.dropped())))
        .toList();
  }

  private static String finding(List<ScalingFitRow> fits) {
    List<ScalingFitRow> fitted = fits.stream().filter(fit -> fit.asymptote() != null).toList();
    String sentence =
        "%s of %s series fitted by %s."
            .formatted(
                Figures.count(fitted.size()), Figures.count(fits.size()), fits.get(0).method());
    ScalingFitRow named = fitted.isEmpty() ? fits.get(0) : fitted.get(0);
    String name = VisibleText.line(named.series(), 120);
    return fitted.isEmpty()
        ? "%s %s was refused: %s. %s."
            .formatted(
                sentence,
                name,
                ScalingChart.status(named).meaning(),
                ScalingChart.capital(named.reason()))
        : "%s %s: the reward ends at %s%s."
            .formatted(
                sentence,
                name,
                Figures.percent(named.asymptote()),
                Figures.interval(named.asymptoteLow(), named.asymptoteHigh()));
  }
}

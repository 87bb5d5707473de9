package org.galton.study.scaling;

import static org.galton.report.Figures.format;

import java.util.Arrays;
import java.util.List;
import org.galton.console.TextTable;
import org.galton.scaling.FitStatus;
import org.galton.scaling.FitWarning;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;
import org.galton.study.scaling.view.ScalingSection;

/** Fits for the terminal: the curves, then what to know about them, then forecasts. */
public final class FitText {
  private static final int MOST_SERIES = 50;

  private FitText() {}

  static String of(FitResult result) {
    List<FittedSeries> shown = result.series().stream().limit(MOST_SERIES).toList();
    StringBuilder text = new StringBuilder();
    text.append(TextTable.of(ScalingSection.FITS, shown.stream().map(FittedSeries::fit).toList()));
    int more = result.series().size() - shown.size();
    if (more > 0) {
      text.append(format("… and %,d more series: --json or --output has them all\n", more));
    }
    text.append(
        format(
            "%,d of %,d series fitted by %s\n",
            result.accepted(), result.series().size(), shown.get(0).fit().method()));
    shown.forEach(series -> notes(text, series.fit()));
    List<ScalingForecastRow> forecasts =
        shown.stream().flatMap(series -> series.forecasts().stream()).toList();
    if (!forecasts.isEmpty()) {
      text.append('\n').append(TextTable.of(ScalingSection.FORECASTS, forecasts));
    }
    text.append(AlternativesText.of(shown)).append(AlternativesText.ofRecipes(result.recipes()));
    return text.toString();
  }

  /**
   * The curves over a sweep's checkpoints, without those that have too few to speak of; empty where
   * there are no others.
   */
  public static String ofCheckpoints(List<FittedSeries> scaling) {
    List<FittedSeries> shown =
        scaling.stream()
            .filter(series -> !series.fit().status().equals(FitStatus.TOO_FEW_POINTS.name()))
            .map(FittedSeries::atHorizons)
            .toList();
    return shown.isEmpty()
        ? ""
        : "\nmean@n against training compute (floating-point operations):\n"
            + of(new FitResult("", shown, List.of()));
  }

  private static void notes(StringBuilder text, ScalingFitRow fit) {
    if (fit.reason() != null) {
      text.append(
          format(
              "%s: refused, %s: %s\n",
              fit.series(), FitStatus.valueOf(fit.status()).meaning(), fit.reason()));
    }
    if (fit.warnings() != null) {
      Arrays.stream(fit.warnings().split(" "))
          .map(FitWarning::valueOf)
          .forEach(w -> text.append(format("%s: %s\n", fit.series(), w.meaning())));
    }
    if (fit.dropped() > 0) {
      text.append(
          format(
              "%s: rows dropped, without a finite compute and reward or with compute below 0: %,d\n",
              fit.series(), fit.dropped()));
    }
    if (fit.halfPassed() != null && fit.halfChecked() > 0) {
      text.append(
          format(
              "%s: the first half of the compute, %d points, foretold the other %d with a mean"
                  + " error of %+.4f and a largest of %.4f\n",
              fit.series(),
              fit.halfPoints(),
              fit.halfChecked(),
              fit.halfBias(),
              fit.halfLargest()));
    }
  }
}

package org.galton.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.galton.scaling.FitStatus;
import org.galton.scaling.FitWarning;
import org.galton.table.ScalingFitRow;
import org.galton.table.ScalingForecastRow;
import org.galton.table.ScalingPointRow;

/**
 * One training's reward against its compute: points, and the curve where one may be read.
 *
 * @param note what the fit says, or why there is none
 */
record ScalingChart(String title, Data data, String note, FigureTable table) {
  private static final double Z = 1.959963984540054;

  /**
   * What the script draws.
   *
   * @param curve from the smallest compute to ten times the largest; empty where refused
   * @param last largest compute of a point: beyond it the curve is a forecast
   * @param asymptote null where refused
   */
  record Data(List<Place> points, List<Place> curve, double last, Band asymptote) {}

  record Place(double flops, double value, Double low, Double high) {}

  record Band(double value, Double low, Double high) {}

  /** Of all series with points enough for a curve to be sought. */
  static List<ScalingChart> of(ScalingRows rows) {
    return rows.fits().stream()
        .filter(fit -> status(fit) != FitStatus.TOO_FEW_POINTS)
        .map(fit -> of(fit, rows))
        .toList();
  }

  /** The series left out of {@link #of}, with what they lack; empty where there are none. */
  static String tooFew(ScalingRows rows) {
    List<String> parts = new ArrayList<>();
    for (ScalingFitRow fit : rows.fits()) {
      if (status(fit) == FitStatus.TOO_FEW_POINTS) {
        parts.add(VisibleText.line(fit.series(), 120) + ": " + fit.reason());
      }
    }
    return String.join("; ", parts);
  }

  private static ScalingChart of(ScalingFitRow fit, ScalingRows rows) {
    List<Place> points =
        rows.points().stream()
            .filter(point -> point.series().equals(fit.series()))
            .map(ScalingChart::place)
            .toList();
    List<ScalingForecastRow> curve =
        rows.forecasts().stream()
            .filter(forecast -> forecast.series().equals(fit.series()))
            .sorted(Comparator.comparingDouble(ScalingForecastRow::compute))
            .toList();
    Band asymptote =
        fit.asymptote() == null
            ? null
            : new Band(fit.asymptote(), fit.asymptoteLow(), fit.asymptoteHigh());
    Data data =
        new Data(
            points,
            curve.stream()
                .map(at -> new Place(at.compute(), at.reward(), at.ciLow(), at.ciHigh()))
                .toList(),
            fit.maxCompute(),
            asymptote);
    String title = VisibleText.line(fit.series(), 120);
    return new ScalingChart(title, data, note(fit), table(fit, points, curve));
  }

  private static Place place(ScalingPointRow point) {
    Double error = point.standardError();
    return new Place(
        point.compute(),
        point.reward(),
        error == null ? null : (Double) (point.reward() - Z * error),
        error == null ? null : (Double) (point.reward() + Z * error));
  }

  private static FitStatus status(ScalingFitRow fit) {
    return FitStatus.valueOf(fit.status());
  }

  private static String note(ScalingFitRow fit) {
    if (fit.asymptote() == null) {
      return "No curve (%s): %s. %s."
          .formatted(fit.status(), status(fit).meaning(), capital(fit.reason()));
    }
    StringBuilder note =
        new StringBuilder(
            "Ends at %s%s; half of the gain at %s FLOP; B %s. R0 %s (%s)."
                .formatted(
                    Figures.percent(fit.asymptote()),
                    interval(fit.asymptoteLow(), fit.asymptoteHigh()),
                    Figures.scientific(fit.midpoint()),
                    String.format(Locale.ROOT, "%.2f", fit.exponent()),
                    Figures.percent(fit.r0()),
                    fit.r0Mode()));
    if (fit.halfPassed() != null && fit.halfChecked() > 0) {
      note.append(
          " A curve through the first half of the compute, %d points, misses the other %d by %s points on average, by %s at most."
              .formatted(
                  fit.halfPoints(),
                  fit.halfChecked(),
                  Figures.points(fit.halfBias()),
                  Figures.decimal(100 * fit.halfLargest())));
    } else if (fit.halfStatus() != null) {
      note.append(
          " The first half of the compute alone gives no curve (%s).".formatted(fit.halfStatus()));
    }
    if (fit.warnings() != null) {
      for (String warning : fit.warnings().split(" ")) {
        note.append(" ").append(capital(FitWarning.valueOf(warning).meaning())).append(".");
      }
    }
    return note.toString();
  }

  private static String interval(Double low, Double high) {
    return low == null || high == null
        ? ""
        : " (95\u202f%% interval %s to %s)"
            .formatted(Figures.percentNumber(low), Figures.percent(high));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static FigureTable table(
      ScalingFitRow fit, List<Place> points, List<ScalingForecastRow> curve) {
    List<List<String>> rows = new ArrayList<>();
    points.forEach(at -> rows.add(row("measured", at)));
    curve.stream()
        .filter(at -> at.compute() > fit.maxCompute())
        .map(at -> new Place(at.compute(), at.reward(), at.ciLow(), at.ciHigh()))
        .forEach(at -> rows.add(row("forecast", at)));
    return new FigureTable(
        "Reward in %, with 95\u202f% intervals",
        List.of("", "Training compute, FLOP", "Reward", "Interval"), rows);
  }

  private static List<String> row(String kind, Place at) {
    return List.of(
        kind,
        Figures.scientific(at.flops()),
        Figures.percentNumber(at.value()),
        at.low() == null || at.high() == null
            ? "–"
            : Figures.percentNumber(at.low()) + " to " + Figures.percentNumber(at.high()));
  }

  public String alternative() {
    Place first = data.points().get(0);
    Place last = data.points().get(data.points().size() - 1);
    return "%s: reward from %s at %s FLOP to %s at %s FLOP. %s"
        .formatted(
            title,
            Figures.percent(first.value()),
            Figures.scientific(first.flops()),
            Figures.percent(last.value()),
            Figures.scientific(last.flops()),
            note);
  }
}

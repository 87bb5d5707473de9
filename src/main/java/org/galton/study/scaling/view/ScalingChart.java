package org.galton.study.scaling.view;

import static org.galton.report.Figures.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.scaling.FitStatus;
import org.galton.scaling.FitWarning;
import org.galton.scaling.SigmoidCurve;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;
import org.galton.study.scaling.row.ScalingPointRow;

/**
 * One training's reward against its compute: points, and the curve where one may be read.
 *
 * @param note what the fit says, or why there is none
 */
public record ScalingChart(String title, Data data, String note, FigureTable table) {
  private static final double Z = 1.959963984540054;
  private static final double BEYOND = 10;
  private static final int CURVE_STEPS = 60;

  /**
   * What the script draws.
   *
   * @param curve from the smallest compute to ten times the largest; empty where refused
   * @param last largest compute of a point: beyond it the curve is a forecast
   * @param asymptote null where refused
   * @param unit of compute; empty where the input tells none
   * @param forecasts at computes that were asked for
   */
  public record Data(
      List<Place> points,
      List<Place> curve,
      double last,
      Band asymptote,
      String unit,
      List<Place> forecasts) {}

  public record Place(double flops, double value, Double low, Double high) {}

  record Band(double value, Double low, Double high) {}

  /** Of a sweep's series with checkpoints enough for a curve to be sought. */
  public static List<ScalingChart> of(ScalingRows rows) {
    return rows.fits().stream()
        .filter(fit -> status(fit) != FitStatus.TOO_FEW_POINTS)
        .map(fit -> of(fit, rows, "FLOP"))
        .toList();
  }

  /** Of a training's series that were measured after the start, those that have no curve too. */
  static List<ScalingChart> ofTraining(ScalingRows rows) {
    return rows.fits().stream()
        .filter(fit -> fit.points() > 0)
        .map(fit -> of(fit, rows, "FLOP"))
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

  private static ScalingChart of(ScalingFitRow fit, ScalingRows rows, String unit) {
    List<Place> curve = forecasts(fit, rows);
    List<Place> points = points(fit, rows, ScalingPointRow::standardError);
    return of(fit, points, curve, unit, List.of(), curve);
  }

  /** Of anyone's series with a point: the curve by its parameters, and the forecasts asked for. */
  public static Optional<ScalingChart> ofPoints(ScalingFitRow fit, ScalingRows rows) {
    List<Place> points = points(fit, rows, ScalingPointRow::noise);
    List<Place> forecasts = forecasts(fit, rows);
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(of(fit, points, drawn(fit, points, forecasts), "", forecasts, forecasts));
  }

  private static ScalingChart of(
      ScalingFitRow fit,
      List<Place> points,
      List<Place> curve,
      String unit,
      List<Place> forecasts,
      List<Place> listed) {
    Band asymptote =
        fit.asymptote() == null
            ? null
            : new Band(fit.asymptote(), fit.asymptoteLow(), fit.asymptoteHigh());
    return new ScalingChart(
        VisibleText.line(fit.series(), 120),
        new Data(points, curve, fit.maxCompute(), asymptote, unit, forecasts),
        note(fit, unit),
        table(fit, points, listed, unit));
  }

  private static List<Place> points(
      ScalingFitRow fit, ScalingRows rows, Function<ScalingPointRow, Double> error) {
    return rows.points().stream()
        .filter(point -> point.series().equals(fit.series()))
        .map(point -> place(point, error.apply(point)))
        .toList();
  }

  private static List<Place> forecasts(ScalingFitRow fit, ScalingRows rows) {
    return rows.forecasts().stream()
        .filter(forecast -> forecast.series().equals(fit.series()))
        .sorted(Comparator.comparingDouble(ScalingForecastRow::compute))
        .map(at -> new Place(at.compute(), at.reward(), at.ciLow(), at.ciHigh()))
        .toList();
  }

  /** From the least compute to ten times the most, or to the last forecast; empty where refused. */
  private static List<Place> drawn(ScalingFitRow fit, List<Place> points, List<Place> forecasts) {
    if (fit.asymptote() == null) {
      return List.of();
    }
    SigmoidCurve curve =
        new SigmoidCurve(fit.r0(), fit.asymptote(), fit.exponent(), fit.midpoint());
    double least = points.stream().mapToDouble(Place::flops).min().orElseThrow();
    double last =
        Math.max(
            BEYOND * fit.maxCompute(),
            forecasts.stream().mapToDouble(Place::flops).max().orElse(0));
    return Stream.concat(
            IntStream.rangeClosed(0, CURVE_STEPS)
                .mapToObj(i -> least * Math.pow(last / least, (double) i / CURVE_STEPS)),
            Stream.of(fit.maxCompute()))
        .sorted()
        .map(compute -> new Place(compute, curve.rewardAt(compute), null, null))
        .toList();
  }

  private static Place place(ScalingPointRow point, Double error) {
    return new Place(
        point.compute(),
        point.reward(),
        error == null ? null : (Double) (point.reward() - Z * error),
        error == null ? null : (Double) (point.reward() + Z * error));
  }

  static FitStatus status(ScalingFitRow fit) {
    return FitStatus.valueOf(fit.status());
  }

  private static String note(ScalingFitRow fit, String unit) {
    if (fit.asymptote() == null) {
      return "No curve (%s): %s. %s."
          .formatted(fit.status(), status(fit).meaning(), capital(fit.reason()));
    }
    StringBuilder note =
        new StringBuilder(
            "Ends at %s%s; half of the gain at %s; B %s. R0 %s (%s)."
                .formatted(
                    Figures.percent(fit.asymptote()),
                    Figures.interval(fit.asymptoteLow(), fit.asymptoteHigh()),
                    compute(fit.midpoint(), unit),
                    format("%.2f", fit.exponent()),
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
      for (String warning : fit.warnings().split(" ", -1)) {
        note.append(" ").append(capital(FitWarning.valueOf(warning).meaning())).append(".");
      }
    }
    return note.toString();
  }

  private static String compute(double value, String unit) {
    return Figures.scientific(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static FigureTable table(
      ScalingFitRow fit, List<Place> points, List<Place> forecasts, String unit) {
    List<List<String>> rows = new ArrayList<>();
    points.forEach(at -> rows.add(row("measured", at)));
    forecasts.stream()
        .filter(at -> at.flops() > fit.maxCompute())
        .forEach(at -> rows.add(row("forecast", at)));
    return new FigureTable(
        "Reward in %, with 95\u202f% intervals",
        List.of("", unit.isEmpty() ? "Compute" : "Training compute, " + unit, "Reward", "Interval"),
        rows);
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
    return "%s: reward from %s at %s to %s at %s. %s"
        .formatted(
            title,
            Figures.percent(first.value()),
            compute(first.flops(), data.unit()),
            Figures.percent(last.value()),
            compute(last.flops(), data.unit()),
            note);
  }
}

package org.galton.study.scaling;

import static org.galton.numerics.Optionals.orNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.scaling.CurveFitting;
import org.galton.scaling.CurvePoint;
import org.galton.scaling.ExtrapolationCheck;
import org.galton.scaling.FitErrors;
import org.galton.scaling.FitWarning;
import org.galton.scaling.Forecast;
import org.galton.scaling.PreparedPoints;
import org.galton.scaling.RewardInterval;
import org.galton.scaling.ScalingFit;
import org.galton.scaling.SigmoidCurve;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;
import org.galton.study.scaling.row.ScalingPointRow;

/** Fits one series, wherever its points come from, and words the result as rows. */
record SeriesFitting(String runId, String sweep, FitRequest request) implements Serializable {

  FittedSeries fit(SeriesName name, List<SeriesPoint> points) {
    String series = name.series();
    CurveFitting fitting = request.fitting();
    ScalingFit fit = fitting.of(points.stream().map(SeriesPoint::measurement).toList());
    Optional<ExtrapolationCheck.Half> half =
        ExtrapolationCheck.withDefaults().ofFirstHalf(fit.points(), fitting);
    List<ScalingForecastRow> forecasts = new ArrayList<>();
    if (fit instanceof ScalingFit.Accepted accepted) {
      for (double compute : request.forecasts()) {
        forecasts.add(row(series, fitting.forecast(accepted, compute)));
      }
    }
    AlternativeFits alternatives = AlternativeFits.of(fit, fitting, request.alternatives());
    return new FittedSeries(
        row(name, fitting, fit, half, alternatives),
        pointRows(series, fit, points),
        List.copyOf(forecasts),
        alternatives);
  }

  private ScalingForecastRow row(String series, Forecast forecast) {
    return new ScalingForecastRow(
        runId,
        sweep,
        series,
        forecast.compute(),
        forecast.reward(),
        orNull(forecast.low()),
        orNull(forecast.high()));
  }

  private List<ScalingPointRow> pointRows(
      String series, ScalingFit fit, List<SeriesPoint> measured) {
    Map<Double, Double> errors = new TreeMap<>();
    measured.stream()
        .filter(point -> point.standardError() != null)
        .forEach(point -> errors.merge(point.compute(), point.standardError(), Math::max));
    SigmoidCurve curve = fit instanceof ScalingFit.Accepted a ? a.curve() : null;
    List<ScalingPointRow> rows = new ArrayList<>();
    for (CurvePoint point : fit.points().points()) {
      rows.add(
          new ScalingPointRow(
              runId,
              sweep,
              series,
              point.compute(),
              point.reward(),
              point.weight(),
              orNull(point.noise()),
              errors.get(point.compute()),
              curve == null ? null : (Double) curve.rewardAt(point.compute())));
    }
    return List.copyOf(rows);
  }

  private ScalingFitRow row(
      SeriesName name,
      CurveFitting fitting,
      ScalingFit fit,
      Optional<ExtrapolationCheck.Half> half,
      AlternativeFits alternatives) {
    AlternativeFits.Interval bootstrap = alternatives.bootstrap();
    AlternativeFits.Forms forms = alternatives.forms();
    AlternativeFits.Held held = alternatives.held();
    ScalingFit.Accepted accepted = fit instanceof ScalingFit.Accepted a ? a : null;
    ScalingFit.Refused refused = fit instanceof ScalingFit.Refused r ? r : null;
    SigmoidCurve curve = accepted == null ? null : accepted.curve();
    Optional<FitErrors> errors =
        accepted == null ? refused.errors() : Optional.of(accepted.errors());
    Optional<RewardInterval> interval =
        accepted == null ? refused.asymptote() : accepted.asymptote();
    Optional<ExtrapolationCheck.Outcome> check = half.flatMap(ExtrapolationCheck.Half::outcome);
    PreparedPoints points = fit.points();
    return new ScalingFitRow(
        runId,
        sweep,
        name.series(),
        fitting.methodTitle(),
        fit.startingReward().title(),
        fit.status().name(),
        refused == null ? null : refused.reason(),
        accepted == null || accepted.warnings().isEmpty() ? null : warnings(accepted),
        curve == null ? null : (Double) curve.start(),
        curve == null ? null : (Double) curve.asymptote(),
        orNull(interval.map(RewardInterval::low).orElse(OptionalDouble.empty())),
        orNull(interval.map(RewardInterval::high).orElse(OptionalDouble.empty())),
        curve == null ? null : (Double) curve.exponent(),
        curve == null ? null : (Double) curve.midpoint(),
        points.size(),
        points.dropped(),
        points.skipped(),
        points.merged(),
        request.minCompute(),
        points.size() == 0 ? null : (Double) points.maxCompute(),
        errors.map(FitErrors::squares).orElse(null),
        errors.map(FitErrors::rootMeanSquare).orElse(null),
        errors.map(FitErrors::reach).orElse(null),
        half.map(h -> h.fit().status().name()).orElse(null),
        half.map(h -> h.fit().points().size()).orElse(null),
        check.map(ExtrapolationCheck.Outcome::checked).orElse(null),
        check.map(ExtrapolationCheck.Outcome::bias).orElse(null),
        check.map(ExtrapolationCheck.Outcome::meanAbsolute).orElse(null),
        check.map(ExtrapolationCheck.Outcome::largest).orElse(null),
        check.map(ExtrapolationCheck.Outcome::passed).orElse(null),
        name.recipe(),
        bootstrap == null ? null : (Double) bootstrap.low(),
        bootstrap == null ? null : (Double) bootstrap.high(),
        forms == null ? null : forms.preferred().name(),
        forms == null ? null : (Double) forms.powerLawSquares(),
        forms == null ? null : (Double) forms.powerLawAsymptote(),
        forms == null ? null : (Double) forms.powerLawCoefficient(),
        forms == null ? null : (Double) forms.powerLawExponent(),
        forms == null ? null : forms.sigmoidMove(),
        forms == null ? null : forms.powerLawMove(),
        held == null ? null : (Double) held.asymptote(),
        held == null ? null : (Double) held.exponent(),
        held == null ? null : (Double) held.midpoint());
  }

  private static String warnings(ScalingFit.Accepted fit) {
    return fit.warnings().stream()
        .sorted(Comparator.naturalOrder())
        .map(FitWarning::name)
        .collect(Collectors.joining(" "));
  }
}

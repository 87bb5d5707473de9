package org.galton.study.scaling;

import static org.galton.report.Figures.format;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.scaling.CurveFitting;
import org.galton.scaling.CurvePoint;
import org.galton.scaling.FitMethod;
import org.galton.scaling.FixedAsymptote;
import org.galton.scaling.FormComparison;
import org.galton.scaling.ResidualBootstrap;
import org.galton.scaling.RewardInterval;
import org.galton.scaling.ScalingFit;

/**
 * What else was fitted to a series. Null where it was not asked, or where the points allow no such
 * fit.
 *
 * @param bootstrap of an accepted curve
 * @param forms of a series that a curve was fitted to, accepted or not
 * @param held of a series that a curve was fitted to, accepted or not
 * @param notHeld why such a series has none
 */
public record AlternativeFits(Interval bootstrap, Forms forms, Held held, String notHeld)
    implements Serializable {

  /** The residual bootstrap's 95 % interval of A. */
  public record Interval(double low, double high) implements Serializable {}

  /**
   * Sigmoid and power law A - D/C^B on the same points.
   *
   * @param preferred the one with the smaller sum of squares
   * @param sigmoidMove how far A moves when the first quarter of the points is left out; null where
   *     fewer than five would be left
   */
  public record Forms(
      FormComparison.Form preferred,
      double sigmoidSquares,
      double powerLawSquares,
      double powerLawAsymptote,
      double powerLawCoefficient,
      double powerLawExponent,
      Double sigmoidMove,
      Double powerLawMove)
      implements Serializable {}

  /**
   * The curve with A held.
   *
   * @param lineExponent B of the line through straightened points; null where R0 was fitted or
   *     fewer than two points lie between R0 and A
   */
  public record Held(
      double asymptote,
      double start,
      double exponent,
      double midpoint,
      double squares,
      Double lineExponent,
      Double lineMidpoint)
      implements Serializable {}

  static AlternativeFits of(ScalingFit fit, CurveFitting fitting, FitAlternatives asked) {
    if (!fit.hasCurve()) {
      return none();
    }
    OptionalDouble start = fitting.start(fit);
    AlternativeFits free =
        new AlternativeFits(
            asked.resamples() > 0 && fit instanceof ScalingFit.Accepted accepted
                ? bootstrap(accepted, asked.resamples())
                : null,
            asked.compareForms() ? forms(fit.fitted(), start) : null,
            null,
            null);
    return asked.asymptote() == null ? free : free.withHeld(fit.fitted(), start, asked.asymptote());
  }

  static AlternativeFits none() {
    return new AlternativeFits(null, null, null, null);
  }

  private static Interval bootstrap(ScalingFit.Accepted fit, int resamples) {
    RewardInterval found =
        ResidualBootstrap.withDefaults().withResamples(resamples).ofAsymptote(fit);
    return new Interval(found.low().orElseThrow(), found.high().orElseThrow());
  }

  private static Forms forms(List<CurvePoint> points, OptionalDouble start) {
    FormComparison found = FormComparison.of(points, start, FormComparison.windows(points));
    FormComparison.OnWindow whole = found.windows().get(0);
    boolean moved = found.windows().size() > 1;
    return new Forms(
        found.preferred(),
        whole.sigmoid().squares(),
        whole.powerLaw().squares(),
        whole.powerLaw().asymptote(),
        whole.powerLaw().coefficient(),
        whole.powerLaw().exponent(),
        moved ? (Double) found.sigmoidMove() : null,
        moved ? (Double) found.powerLawMove() : null);
  }

  private AlternativeFits withHeld(
      List<CurvePoint> points, OptionalDouble start, double asymptote) {
    if (start.orElse(0) >= asymptote) {
      return with(format("R0 is %.4f", start.getAsDouble()));
    }
    FixedAsymptote fixed = new FixedAsymptote(asymptote);
    FitMethod.Optimum found = fixed.refit(points, start);
    if (found.edge().isPresent()) {
      return with(found.edge().get().meaning());
    }
    Optional<FixedAsymptote.Line> line =
        start.isPresent() ? fixed.line(points, start.getAsDouble()) : Optional.empty();
    Held held =
        new Held(
            asymptote,
            found.curve().start(),
            found.curve().exponent(),
            found.curve().midpoint(),
            found.squares(),
            line.map(FixedAsymptote.Line::exponent).orElse(null),
            line.map(FixedAsymptote.Line::midpoint).orElse(null));
    return new AlternativeFits(bootstrap, forms, held, null);
  }

  private AlternativeFits with(String reason) {
    return new AlternativeFits(bootstrap, forms, null, reason);
  }
}

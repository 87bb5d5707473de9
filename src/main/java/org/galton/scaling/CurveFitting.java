package org.galton.scaling;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.galton.numerics.Expect;

/**
 * Fits a {@link SigmoidCurve} to measurements, or refuses.
 *
 * <p>The measurements become points, the points pass the {@link Gates}, R0 is settled, the method
 * finds the best curve, and the curve is refused where it lies on an edge of the search or where
 * the {@link ProfileInterval} of A has no upper end: three parameters always return a confident
 * number, and before the midpoint it says nothing about A. Residuals are those of independent
 * points; what all points share, such as the choice of prompts, moves the whole curve unseen.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786. The refusals are not in the paper.
 */
public final class CurveFitting {
  /** How much better a free R0 must fit to cast doubt on a given one. */
  private static final double SUSPICIOUS_RATIO = 1.3;

  /** How much worse the first quarter must fit to suggest a window. */
  private static final double POOR_START_RATIO = 3;

  /** How surely residuals must exceed the known noise: of a thousand true curves one is doubted. */
  private static final double SURE = 0.999;

  private final StartingReward startingReward;
  private final FitMethod method;
  private final Gates gates;
  private final Preparation preparation;
  private final ProfileInterval interval;

  private CurveFitting(
      StartingReward startingReward,
      FitMethod method,
      Gates gates,
      Preparation preparation,
      ProfileInterval interval) {
    Expect.that(
        method.fitsStart() || !(startingReward instanceof StartingReward.Free),
        "method " + method.title() + " with R0",
        startingReward.title(),
        "a known R0 (fixed, zero_row or first_point)");
    this.startingReward = startingReward;
    this.method = method;
    this.gates = gates;
    this.preparation = preparation;
    this.interval = interval;
  }

  /** Least squares, R0 by the number of points, no window, 95 % intervals. */
  public static CurveFitting withDefaults() {
    return new CurveFitting(
        new StartingReward.Automatic(),
        LeastSquares.withDefaults(),
        Gates.withDefaults(),
        new Preparation(0),
        ProfileInterval.withDefaults());
  }

  /**
   * @throws IllegalArgumentException when the method cannot fit R0 and is to
   */
  public CurveFitting with(StartingReward option) {
    return new CurveFitting(option, method, gates, preparation, interval);
  }

  /**
   * @throws IllegalArgumentException when the method cannot fit R0 and is to
   */
  public CurveFitting with(FitMethod option) {
    return new CurveFitting(startingReward, option, gates, preparation, interval);
  }

  public CurveFitting with(ProfileInterval option) {
    return new CurveFitting(startingReward, method, gates, preparation, option);
  }

  /** Leaves points below this compute out. The paper leaves out about one epoch. */
  public CurveFitting withMinCompute(double compute) {
    return new CurveFitting(startingReward, method, gates, new Preparation(compute), interval);
  }

  public String methodTitle() {
    return method.title();
  }

  /** Fits what can be used of the measurements, which come in any order. */
  public ScalingFit of(List<Measurement> measurements) {
    Optional<Measurement> wrong =
        measurements.stream()
            .filter(m -> m.reward() < 0 || m.reward() > 1)
            .min(
                Comparator.comparingDouble(Measurement::compute)
                    .thenComparingDouble(Measurement::reward));
    if (wrong.isPresent()) {
      return new ScalingFit.Refused(
          new PreparedPoints(List.of(), OptionalDouble.empty(), 0, 0, 0),
          startingReward,
          FitStatus.INVALID_REWARD,
          "reward %s at compute %s; divide percentages by 100, turn -1/+1 into 0/1"
              .formatted(wrong.get().reward(), wrong.get().compute()),
          Optional.empty(),
          Optional.empty());
    }
    return of(preparation.of(measurements));
  }

  /** Fits points that are prepared already, such as those of a half of the budget. */
  public ScalingFit of(PreparedPoints points) {
    StartingReward kind = settled(points.size());
    if (kind instanceof StartingReward.ZeroRow && points.zeroReward().isEmpty()) {
      return refused(points, kind, FitStatus.NO_ZERO_ROW, "no row has compute 0");
    }
    int fitted = kind instanceof StartingReward.Free ? 4 : 3;
    Optional<Gates.Shut> shut = gates.check(points.points(), fitted);
    if (shut.isPresent()) {
      return refused(points, kind, shut.get().status(), shut.get().detail());
    }
    OptionalDouble start = start(kind, points);
    FitMethod.Optimum best = method.fit(points.points(), start);
    FitErrors errors = errors(points, best);
    if (best.curve().asymptote() <= best.curve().start()) {
      return onEdge(points, kind, best, errors, Optional.empty());
    }
    Optional<RewardInterval> asymptote = asymptote(points, start, best);
    if (asymptote.isPresent() && asymptote.get().high().isEmpty()) {
      return new ScalingFit.Refused(
          points,
          kind,
          FitStatus.ASYMPTOTE_UNBOUNDED,
          unbounded(asymptote.get(), errors),
          Optional.of(errors),
          asymptote);
    }
    if (best.edge().isPresent()) {
      return onEdge(points, kind, best, errors, asymptote);
    }
    return new ScalingFit.Accepted(
        points, kind, start, best.curve(), errors, asymptote, warnings(points, start, best));
  }

  /** The reward that a curve promises at some compute, with the interval of the curve there. */
  public Forecast forecast(ScalingFit.Accepted fit, double compute) {
    Expect.positive(compute, "compute");
    double reward = fit.curve().rewardAt(compute);
    if (fit.asymptote().isEmpty() || !(method instanceof LeastSquares)) {
      return new Forecast(compute, reward, OptionalDouble.empty(), OptionalDouble.empty());
    }
    RewardInterval found =
        interval.ofReward(
            compute,
            Sample.of(fit.fitted()),
            fit.start(),
            new FitMethod.Optimum(fit.curve(), fit.errors().squares(), Optional.empty()),
            ceiling(),
            noise(fit.fitted()));
    return new Forecast(compute, reward, found.low(), found.high());
  }

  private static ScalingFit onEdge(
      PreparedPoints points,
      StartingReward kind,
      FitMethod.Optimum best,
      FitErrors errors,
      Optional<RewardInterval> asymptote) {
    SigmoidCurve c = best.curve();
    return new ScalingFit.Refused(
        points,
        kind,
        best.edge().orElse(FitStatus.A_AT_BOUND),
        format(
            "R0 %.4f, A %.4f, B %.4g, C_mid %.6g",
            c.start(), c.asymptote(), c.exponent(), c.midpoint()),
        Optional.of(errors),
        asymptote);
  }

  private double ceiling() {
    return method instanceof LeastSquares squares ? squares.ceiling() : 1;
  }

  private StartingReward settled(int points) {
    if (!(startingReward instanceof StartingReward.Automatic)) {
      return startingReward;
    }
    return points >= StartingReward.Automatic.FREE_FROM && method.fitsStart()
        ? new StartingReward.Free()
        : new StartingReward.FirstPoint();
  }

  /** R0 where it was given; empty where it was fitted. */
  public OptionalDouble start(ScalingFit fit) {
    return start(fit.startingReward(), fit.points());
  }

  private static OptionalDouble start(StartingReward kind, PreparedPoints points) {
    if (kind instanceof StartingReward.Fixed fixed) {
      return OptionalDouble.of(fixed.reward());
    }
    if (kind instanceof StartingReward.ZeroRow) {
      return points.zeroReward();
    }
    return kind instanceof StartingReward.FirstPoint
        ? OptionalDouble.of(points.points().get(0).reward())
        : OptionalDouble.empty();
  }

  private static FitErrors errors(PreparedPoints points, FitMethod.Optimum best) {
    double weights = points.points().stream().mapToDouble(CurvePoint::weight).sum();
    return new FitErrors(
        best.squares(),
        Math.sqrt(best.squares() / weights),
        points.maxCompute() / best.curve().midpoint());
  }

  private Optional<RewardInterval> asymptote(
      PreparedPoints points, OptionalDouble start, FitMethod.Optimum best) {
    return method instanceof LeastSquares squares
        ? Optional.of(
            interval.ofAsymptote(
                Sample.of(points.points()), start, best, squares.ceiling(), noise(points.points())))
        : Optional.empty();
  }

  /** Error of a point of weight 1, where all are known: sqrt(mean of weight noise^2); else 0. */
  private static double noise(List<CurvePoint> points) {
    if (!points.stream().allMatch(point -> point.noise().isPresent())) {
      return 0;
    }
    return Math.sqrt(
        points.stream()
            .mapToDouble(
                point -> point.weight() * point.noise().getAsDouble() * point.noise().getAsDouble())
            .average()
            .orElse(0));
  }

  private Set<FitWarning> warnings(
      PreparedPoints points, OptionalDouble start, FitMethod.Optimum best) {
    Set<FitWarning> warnings = EnumSet.noneOf(FitWarning.class);
    int n = points.size();
    if (points.maxCompute() < best.curve().midpoint()) {
      warnings.add(FitWarning.CEILING_EXTRAPOLATED);
    }
    int degrees = n - (start.isPresent() ? 3 : 4);
    if (degrees <= 2) {
      warnings.add(FitWarning.FEW_DEGREES_OF_FREEDOM);
    }
    double noise = noise(points.points());
    if (noise > 0 && best.squares() > noise * noise * most(degrees)) {
      warnings.add(FitWarning.ABOVE_NOISE);
    }
    if (start.isPresent() && method instanceof LeastSquares && n > gates.minPoints()) {
      double free = method.fit(points.points(), OptionalDouble.empty()).squares();
      if (Math.sqrt(best.squares()) > SUSPICIOUS_RATIO * Math.sqrt(free)) {
        warnings.add(FitWarning.R0_DISAGREES);
      }
    }
    if (preparation.minCompute() == 0 && startsPoorly(points, best.curve())) {
      warnings.add(FitWarning.POOR_START);
    }
    return warnings;
  }

  /** What chi-square stays below. */
  private static double most(int degrees) {
    return new ChiSquaredDistribution(null, degrees).inverseCumulativeProbability(SURE);
  }

  private static boolean startsPoorly(PreparedPoints points, SigmoidCurve curve) {
    List<CurvePoint> first = points.points().subList(0, Math.max(1, points.size() / 4));
    return meanSquare(first, curve)
        > POOR_START_RATIO * POOR_START_RATIO * meanSquare(points.points(), curve);
  }

  private static double meanSquare(List<CurvePoint> points, SigmoidCurve curve) {
    double squares = 0;
    double weights = 0;
    for (CurvePoint point : points) {
      double residual = point.reward() - curve.rewardAt(point.compute());
      squares += point.weight() * residual * residual;
      weights += point.weight();
    }
    return squares / weights;
  }

  private static String unbounded(RewardInterval interval, FitErrors errors) {
    String from =
        interval.low().isPresent()
            ? format("A may be anything from %.4f to its limit", interval.low().getAsDouble())
            : "A may be anything";
    return from + format("; the largest compute is %.3g of the best C_mid", errors.reach());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  private ScalingFit refused(
      PreparedPoints points, StartingReward kind, FitStatus status, String reason) {
    return new ScalingFit.Refused(points, kind, status, reason, Optional.empty(), Optional.empty());
  }
}

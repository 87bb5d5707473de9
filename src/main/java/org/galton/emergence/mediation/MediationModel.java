package org.galton.emergence.mediation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;
import org.galton.statistics.error.PercentileBootstrap;
import org.galton.statistics.regression.LogisticStatus;

/**
 * Does a condition raise success by way of a mediator, such as synergy?
 *
 * <pre>
 *  M = a0 + a1 t + e,   e ~ N(0, s^2),   s^2 with n - 2
 *  logit Pr(Y = 1) = c0 + c1 t + c2 M
 *  E Y(t, M(u)) = mean over e of Pr(Y = 1 | t, a0 + a1 u + e)
 * </pre>
 *
 * <p>The mean over e is Gauss-Hermite with 20 nodes: within 5e-6 at c2 s = 2, 2e-4 at 3, 4e-3 at 5.
 * Intervals are percentiles over resampled groups. Causal only if nothing unobserved moves both
 * mediator and success, which a condition given at random does not ensure: read it as a
 * decomposition. The same bits for every order of the groups. Cost: a regression a resample.
 *
 * <p>Imai, Keele and Tingley, A general approach to causal mediation analysis, Psychological
 * Methods 15, 2010.
 */
public final class MediationModel {
  public static final String TREATMENT = "treatment";
  public static final String MEDIATOR = "mediator";

  /** With fewer of its resamples, an interval says more about those than about the effect. */
  private static final double LEAST_FITTED = 0.95;

  private static final Comparator<MediatedGroup> ORDER =
      Comparator.comparing(MediatedGroup::treated)
          .thenComparingDouble(MediatedGroup::mediator)
          .thenComparing(MediatedGroup::success);

  private final int resamples;
  private final double confidence;
  private final long seed;

  private MediationModel(int resamples, double confidence, long seed) {
    Expect.that(resamples >= 2, "resamples", resamples, "2 or more");
    Expect.that(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
    this.resamples = resamples;
    this.confidence = confidence;
    this.seed = seed;
  }

  /** 2,000 resamples, 95 % intervals, seed 42. */
  public static MediationModel withDefaults() {
    return new MediationModel(2_000, 0.95, 42);
  }

  public MediationModel withResamples(int number) {
    return new MediationModel(number, confidence, seed);
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public MediationModel withConfidence(double probability) {
    return new MediationModel(resamples, probability, seed);
  }

  public MediationModel withSeed(long option) {
    return new MediationModel(resamples, confidence, option);
  }

  /**
   * @param comparison its name, which with the seed fixes the resamples
   * @param groups those with a mediator, in any order
   */
  public MediationFit fit(String comparison, List<MediatedGroup> groups) {
    int n = groups.size();
    List<MediatedGroup> ordered = groups.stream().sorted(ORDER).toList();
    long treated = groups.stream().filter(MediatedGroup::treated).count();
    if (n < 3) {
      String reason = "%d groups, and 3 are the least".formatted(n);
      return new MediationFit.Refused(LogisticStatus.TOO_FEW_ROWS, reason, n);
    }
    if (treated == 0 || treated == n) {
      String reason = "%d of %d groups were treated".formatted(treated, n);
      return new MediationFit.Refused(LogisticStatus.COLLINEAR, reason, n);
    }
    long successes = groups.stream().filter(MediatedGroup::success).count();
    if (successes == 0 || successes == n) {
      String reason = "%d of %d groups succeeded".formatted(successes, n);
      return new MediationFit.Refused(LogisticStatus.ONE_OUTCOME, reason, n);
    }
    int[] once = new int[n];
    Arrays.fill(once, 1);
    MediationPoint.Result result = MediationPoint.of(ordered, once);
    if (result instanceof MediationPoint.Result.None none) {
      return new MediationFit.Refused(none.status(), none.reason(), n);
    }
    MediationPoint point = ((MediationPoint.Result.Found) result).point();
    return accepted(point, resampled(comparison, ordered), n);
  }

  private MediationFit accepted(MediationPoint point, double[][] resampled, int groups) {
    boolean enough = resampled.length >= LEAST_FITTED * resamples;
    Optional<String> reason =
        enough
            ? Optional.empty()
            : Optional.of(
                "%d of %d resamples could be fitted".formatted(resampled.length, resamples));
    List<EffectEstimate> effects =
        Arrays.stream(MediationEffect.values())
            .map(
                effect -> {
                  int place = effect.ordinal();
                  double value = point.effects()[place];
                  return enough
                      ? estimate(
                          effect,
                          value,
                          Arrays.stream(resampled).mapToDouble(drawn -> drawn[place]).toArray())
                      : new EffectEstimate(effect, value, Optional.empty(), OptionalDouble.empty());
                })
            .toList();
    return new MediationFit.Accepted(
        effects, point.mediatorChange(), point.outcome(), groups, resampled.length, reason);
  }

  private EffectEstimate estimate(MediationEffect effect, double value, double[] resampled) {
    return new EffectEstimate(
        effect,
        value,
        Optional.of(PercentileBootstrap.interval(resampled, confidence)),
        OptionalDouble.of(PercentileBootstrap.pValue(resampled)));
  }

  /** The effects of those resamples that have any. */
  private double[][] resampled(String comparison, List<MediatedGroup> groups) {
    return IntStream.range(0, resamples)
        .parallel()
        .mapToObj(b -> resample(groups, PortableStream.of(seed, comparison, "mediation", b)))
        .flatMap(Optional::stream)
        .toArray(double[][]::new);
  }

  private static Optional<double[]> resample(List<MediatedGroup> groups, PortableStream stream) {
    int[] counts = new int[groups.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[stream.below(counts.length)]++;
    }
    long arms =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] > 0)
            .mapToObj(i -> groups.get(i).treated())
            .distinct()
            .count();
    return arms == 2 && MediationPoint.of(groups, counts) instanceof MediationPoint.Result.Found f
        ? Optional.of(f.point().effects())
        : Optional.empty();
  }
}

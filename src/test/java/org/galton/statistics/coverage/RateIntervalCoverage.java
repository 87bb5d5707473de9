package org.galton.statistics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;
import org.galton.statistics.error.BetaBelief;
import org.galton.statistics.error.RateInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One rate from n rollouts. Here nothing needs drawing: the coverage at p is the sum of the
 * binomial weights of those c whose interval holds p, taken at 999 rates from 0.001 to 0.999.
 */
class RateIntervalCoverage {
  private static final double Z = 1.959963984540054;

  @ParameterizedTest
  @ValueSource(ints = {20, 200})
  void oneRate(int n) {
    Coverages wilson = coverages("Wilson", n, t -> RateInterval.WILSON.of(t, 0.95).orElseThrow());
    Coverages exact =
        coverages(
            "Clopper-Pearson", n, t -> RateInterval.CLOPPER_PEARSON.of(t, 0.95).orElseThrow());
    Coverages uniform =
        coverages("Beta, uniform prior", n, t -> BetaBelief.UNIFORM.given(t).interval(0.95));
    Coverages jeffreys =
        coverages("Beta, Jeffreys prior", n, t -> BetaBelief.JEFFREYS.given(t).interval(0.95));
    Coverages wald = coverages("rival: p -+ z sqrt(p(1-p)/n)", n, RateIntervalCoverage::wald);
    CoverageStudy.print(
        "one rate from " + n + " rollouts, mean over rates (exact)",
        List.of(wilson.mean(), exact.mean(), uniform.mean(), jeffreys.mean(), wald.mean()));
    List.of(wilson, uniform, jeffreys).forEach(coverages -> coverages.mean().assertNominal());
    assertThat(exact.worst()).isGreaterThanOrEqualTo(95);
    assertThat(wald.worst()).isLessThan(20);
    if (n >= 200) {
      exact.mean().assertNominal();
    }
  }

  private static Interval wald(Tally tally) {
    double n = tally.rollouts();
    double p = tally.correct() / n;
    double half = Z * Math.sqrt(p * (1 - p) / n);
    return new Interval(p - half, p + half);
  }

  /** The mean over rates, and the lowest. */
  private record Coverages(Coverage mean, double worst) {}

  private static Coverages coverages(String method, int n, Function<Tally, Interval> intervals) {
    List<Interval> byCorrect =
        IntStream.rangeClosed(0, n).mapToObj(c -> intervals.apply(new Tally(n, c))).toList();
    List<Coverage> byRate = new ArrayList<>();
    for (int i = 1; i < 1000; i++) {
      byRate.add(at(i / 1000.0, n, byCorrect));
    }
    double worst = byRate.stream().mapToDouble(Coverage::percent).min().orElseThrow();
    return new Coverages(
        new Coverage(
            String.format(Locale.ROOT, "%s (worst rate %.2f %%)", method, worst),
            byRate.stream().mapToDouble(Coverage::percent).average().orElseThrow(),
            byRate.stream().mapToDouble(Coverage::width).average().orElseThrow()),
        worst);
  }

  private static Coverage at(double rate, int n, List<Interval> byCorrect) {
    BinomialDistribution law = new BinomialDistribution(null, n, rate);
    double held = 0;
    double width = 0;
    for (int c = 0; c <= n; c++) {
      Interval interval = byCorrect.get(c);
      held += interval.contains(rate) ? law.probability(c) : 0;
      width += law.probability(c) * (interval.high() - interval.low());
    }
    return new Coverage("rate " + rate, 100 * held, width);
  }
}

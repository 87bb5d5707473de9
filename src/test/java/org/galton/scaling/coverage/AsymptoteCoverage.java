package org.galton.scaling.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.scaling.CurveFitting;
import org.galton.scaling.Forecast;
import org.galton.scaling.Measurement;
import org.galton.scaling.RewardInterval;
import org.galton.scaling.ScalingFit;
import org.galton.scaling.SigmoidCurve;
import org.galton.scaling.StartingReward;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs along the published 8B curve with the noise of 1,000 prompts times 16 generations, ended at
 * a multiple of the midpoint. At a coverage of 95 % the count's own standard error is 0.5 points.
 */
class AsymptoteCoverage {
  private static final int REPLICATES = 2_000;
  private static final int POINTS = 24;
  private static final double NOISE = 0.0035;
  private static final double FIRST = 1_000;
  private static final SigmoidCurve TRUTH = new SigmoidCurve(0.396, 0.645, 1.70, 10909);
  private static final CurveFitting FITTING =
      CurveFitting.withDefaults().with(new StartingReward.Free());

  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 4, 8})
  void aWindowThatPassesTheMidpointHasANominalInterval(double reach) {
    Counts counts = Counts.of(reach);
    System.out.println(counts.line());
    assertThat(counts.percent(counts.held())).isBetween(92.0, 98.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75})
  void aWindowThatEndsBeforeTheMidpointIsMostlyRefused(double reach) {
    Counts counts = Counts.of(reach);
    System.out.println(counts.line());
    assertThat(counts.percent(counts.refused())).isGreaterThan(50.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 8})
  void aForecastAtTwiceTheComputeHasANominalInterval(double reach) {
    double compute = 2 * reach * TRUTH.midpoint();
    List<Boolean> held =
        IntStream.range(0, REPLICATES)
            .parallel()
            .mapToObj(seed -> FITTING.of(run(reach, seed)))
            .filter(fit -> fit instanceof ScalingFit.Accepted)
            .map(fit -> FITTING.forecast((ScalingFit.Accepted) fit, compute))
            .map(AsymptoteCoverage::holds)
            .toList();
    double percent = 100.0 * held.stream().filter(h -> h).count() / held.size();
    System.out.printf(
        Locale.ROOT,
        "  window to %.2f C_mid: forecast at twice that held by %.2f %% of %d%n",
        reach,
        percent,
        held.size());
    assertThat(percent).isBetween(92.0, 98.0);
  }

  private static boolean holds(Forecast forecast) {
    double truth = TRUTH.rewardAt(forecast.compute());
    return forecast.low().orElse(0) <= truth && truth <= forecast.high().orElse(1);
  }

  private static List<Measurement> run(double reach, int seed) {
    SplittableRandom random = new SplittableRandom(5_000_011L + seed);
    double last = reach * TRUTH.midpoint();
    List<Measurement> run = new ArrayList<>();
    for (int i = 1; i <= POINTS; i++) {
      // The paper evaluates at even distances in steps.
      double compute = FIRST + (last - FIRST) * i / POINTS;
      run.add(Measurement.of(compute, TRUTH.rewardAt(compute) + NOISE * random.nextGaussian()));
    }
    return run;
  }

  /**
   * What came of the replicates of one window.
   *
   * @param held intervals that hold A, among all replicates with an interval: one without an upper
   *     end holds what is above its lower end
   * @param heldAccepted the same among the accepted alone
   */
  private record Counts(
      double reach, int fitted, int held, int accepted, int heldAccepted, int refused) {
    static Counts of(double reach) {
      List<ScalingFit> fits =
          IntStream.range(0, REPLICATES)
              .parallel()
              .mapToObj(seed -> FITTING.of(run(reach, seed)))
              .toList();
      int fitted = 0;
      int held = 0;
      int accepted = 0;
      int heldAccepted = 0;
      for (ScalingFit fit : fits) {
        RewardInterval interval =
            fit instanceof ScalingFit.Accepted a
                ? a.asymptote().orElseThrow()
                : ((ScalingFit.Refused) fit).asymptote().orElse(null);
        boolean holds =
            interval != null
                && interval.low().orElse(0) <= TRUTH.asymptote()
                && TRUTH.asymptote() <= interval.high().orElse(1);
        fitted += interval == null ? 0 : 1;
        held += holds ? 1 : 0;
        if (fit instanceof ScalingFit.Accepted) {
          accepted++;
          heldAccepted += holds ? 1 : 0;
        }
      }
      return new Counts(reach, fitted, held, accepted, heldAccepted, fits.size() - accepted);
    }

    double percent(int count) {
      return 100.0 * count / REPLICATES;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "  window to %.2f C_mid: interval of A held by %.2f %% of %d, by %.2f %% of the %d"
              + " accepted; refused %.2f %%",
          reach,
          100.0 * held / fitted,
          fitted,
          100.0 * heldAccepted / Math.max(1, accepted),
          accepted,
          percent(refused));
    }
  }
}

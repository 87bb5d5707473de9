package org.galton.statistics.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Interval;
import org.galton.statistics.error.PercentileBootstrap;

/**
 * How far {@link VerdictPairs#kappa} would move with other prompts: the 95 % percentile interval of
 * 2,000 resamples of prompts with replacement. Answers to one prompt are alike, so prompts are
 * resampled whole. A resample in which kappa does not exist is left out; where that befalls more
 * than half of them there is no interval, and none below two prompts. Depends on the set of prompts
 * and the seed, not on their order. Cost: resamples times prompts.
 */
public final class KappaInterval {
  private static final int RESAMPLES = 2000;
  private static final double CONFIDENCE = 0.95;
  private static final long SEED = 0x4B41505041L;

  private static final Comparator<VerdictPairs> ORDER =
      Comparator.comparingLong(VerdictPairs::bothRight)
          .thenComparingLong(VerdictPairs::firstOnly)
          .thenComparingLong(VerdictPairs::secondOnly)
          .thenComparingLong(VerdictPairs::bothWrong);

  private KappaInterval() {}

  /**
   * @param prompts the pairs of each prompt's answers
   */
  public static Optional<Interval> of(List<VerdictPairs> prompts) {
    if (prompts.size() < 2) {
      return Optional.empty();
    }
    VerdictPairs[] sorted = prompts.stream().sorted(ORDER).toArray(VerdictPairs[]::new);
    SplitMix64 random = SplitMix64.named(SEED, "kappa");
    double[] kappas = new double[RESAMPLES];
    int found = 0;
    for (int b = 0; b < RESAMPLES; b++) {
      OptionalDouble kappa = resample(sorted, random).kappa();
      if (kappa.isPresent()) {
        kappas[found++] = kappa.getAsDouble();
      }
    }
    return 2 * found < RESAMPLES
        ? Optional.empty()
        : Optional.of(PercentileBootstrap.interval(Arrays.copyOf(kappas, found), CONFIDENCE));
  }

  private static VerdictPairs resample(VerdictPairs[] prompts, SplitMix64 random) {
    long[] sums = new long[4];
    for (int i = 0; i < prompts.length; i++) {
      VerdictPairs drawn = prompts[random.nextInt(prompts.length)];
      sums[0] += drawn.bothRight();
      sums[1] += drawn.firstOnly();
      sums[2] += drawn.secondOnly();
      sums[3] += drawn.bothWrong();
    }
    return new VerdictPairs(sums[0], sums[1], sums[2], sums[3]);
  }
}

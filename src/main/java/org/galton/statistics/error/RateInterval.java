package org.galton.statistics.error;

import java.util.Optional;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;

/**
 * Intervals for one rate p from c right of n: one prompt's rollouts, or a truncation rate. They
 * cover the noise of sampling rollouts only, not the choice of prompts. Empty without rollouts.
 * Cost: constant, or one root of the incomplete beta.
 *
 * <p>Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, 2001.
 */
public enum RateInterval {

  /**
   * Wilson's score interval: coverage close to nominal on average, also near 0 and 1.
   *
   * <pre>  (p + z^2/2n) / (1 + z^2/n)  -+  z/(1 + z^2/n) sqrt(p(1-p)/n + z^2/4n^2)</pre>
   */
  WILSON {
    @Override
    Interval bounds(long n, long c, Confidence confidence) {
      double p = (double) c / n;
      double z = confidence.z();
      double scale = 1 + z * z / n;
      double centre = (p + z * z / (2.0 * n)) / scale;
      double half = z / scale * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
      return new Interval(c == 0 ? 0 : centre - half, c == n ? 1 : centre + half);
    }
  },

  /**
   * Clopper and Pearson's exact interval: coverage never below nominal, hence wide.
   *
   * <pre>  [ Beta quantile(tail; c, n-c+1),  Beta quantile(1 - tail; c+1, n-c) ]</pre>
   */
  CLOPPER_PEARSON {
    @Override
    Interval bounds(long n, long c, Confidence confidence) {
      double tail = confidence.tail();
      double low = c == 0 ? 0 : new BetaBelief(c, n - c + 1.0).quantile(tail);
      double high = c == n ? 1 : new BetaBelief(c + 1.0, n - c).quantile(1 - tail);
      return new Interval(low, high);
    }
  };

  /** The interval at this confidence, such as 0.95. */
  public Optional<Interval> of(Tally tally, double confidence) {
    return of(tally.rollouts(), tally.correct(), confidence);
  }

  /** Of c among n. */
  public Optional<Interval> of(long n, long c, double confidence) {
    Confidence checked = new Confidence(confidence);
    return n == 0 ? Optional.empty() : Optional.of(bounds(n, c, checked));
  }

  abstract Interval bounds(long n, long c, Confidence confidence);
}

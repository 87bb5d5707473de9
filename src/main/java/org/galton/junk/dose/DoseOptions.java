package org.galton.junk.dose;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * How a response is measured.
 *
 * @param draws resamples for the interval of Hedges' g; 0 for none
 * @param confidence of that interval
 * @param arrangements drawn where they cannot all be counted
 */
public record DoseOptions(int draws, double confidence, int arrangements, long seed)
    implements Serializable {
  public DoseOptions {
    Expect.that(draws >= 0, "draws", draws, "0 or more");
    Expect.that(arrangements >= 1, "arrangements", arrangements, "1 or more");
  }

  /** As published: 1,000 draws and 90 %; 99,999 arrangements, seed 42. */
  public static DoseOptions defaults() {
    return new DoseOptions(1_000, 0.9, 99_999, 42);
  }
}

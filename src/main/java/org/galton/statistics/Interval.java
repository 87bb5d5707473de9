package org.galton.statistics;

import org.galton.numerics.Expect;

/**
 * A range that holds a figure with a stated probability.
 *
 * @param low lower end
 * @param high upper end, not below the lower one
 */
public record Interval(double low, double high) {

  public Interval {
    Expect.that(low <= high, "interval", "[" + low + ", " + high + "]", "low <= high");
  }

  public boolean contains(double figure) {
    return low <= figure && figure <= high;
  }
}

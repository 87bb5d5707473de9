package org.galton.task.judge.math.tree;

import java.util.SortedMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What a number counts.
 *
 * @param dimension exponents by name of the quantity, such as length and time; of money the
 *     currency, of things that are not in the table of units their name
 * @param factor of one unit in the first unit of its dimension
 */
public record Measure(SortedMap<String, Integer> dimension, BigFraction factor, Kind kind) {
  /** Units go where the other side has none; percent and degrees have rules of their own. */
  public enum Kind {
    UNIT,
    MONEY,
    DEGREE,
    PERCENT
  }

  public boolean isLike(Measure other) {
    return dimension.equals(other.dimension);
  }
}

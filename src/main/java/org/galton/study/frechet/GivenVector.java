package org.galton.study.frechet;

import java.io.Serializable;
import org.galton.numerics.SplitMix64;

/**
 * A row of anyone's vectors.
 *
 * @param unit what is drawn together: the number of its cluster, or of its own numbers where there
 *     are no clusters
 * @param embedder what made it; null where no column says so
 */
record GivenVector(GroupKey key, double[] numbers, long unit, String embedder)
    implements Serializable {

  static GivenVector of(GroupKey key, double[] numbers, String cluster, String embedder) {
    return new GivenVector(
        key, numbers, cluster == null ? content(numbers) : number(cluster), embedder);
  }

  /** A number that is the same for equal numbers, whatever row or file they come from. */
  long content() {
    return content(numbers);
  }

  private static long content(double[] numbers) {
    long mixed = numbers.length;
    for (double number : numbers) {
      mixed = SplitMix64.mix(mixed ^ Double.doubleToLongBits(number + 0.0)) + mixed;
    }
    return mixed;
  }

  private static long number(String cluster) {
    long mixed = cluster.length();
    for (int i = 0; i < cluster.length(); i++) {
      mixed = SplitMix64.mix(mixed ^ cluster.charAt(i)) + mixed;
    }
    return mixed;
  }
}

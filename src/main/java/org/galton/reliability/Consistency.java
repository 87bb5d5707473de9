package org.galton.reliability;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * How alike the runs of one problem come out, from 0 to 1.
 *
 * <pre>
 *   outcome    (2 p - 1)^2, p the share of runs that succeed
 *   spread     exp(-CV), CV the standard deviation (n - 1) over the mean
 *   resources  exp(-mean CV) over the resources that are known
 * </pre>
 *
 * <p>HAL's reliability metrics (2510.11977).
 */
public final class Consistency {
  private Consistency() {}

  /** 1 where all runs end alike, 0 where half of them succeed; nothing below two runs. */
  public static OptionalDouble outcome(int runs, int successes) {
    Expect.that(successes >= 0 && successes <= runs, "successes", successes, "0 to the runs");
    double p = (double) successes / runs;
    return runs < 2 ? OptionalDouble.empty() : OptionalDouble.of((2 * p - 1) * (2 * p - 1));
  }

  /**
   * @param values one a run, each 0 or more
   * @return nothing below two runs, or where all are 0: no mean to measure a spread by
   */
  public static OptionalDouble variation(double[] values) {
    Expect.finite(values, "value");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = values.length == 0 ? 0 : Moments.mean(sorted);
    return values.length < 2 || mean == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(Moments.variance(sorted)) / mean);
  }

  /** Of one quantity: nothing where {@link #variation} is nothing. */
  public static OptionalDouble spread(double[] values) {
    return resources(List.of(values));
  }

  /** Of several quantities, each with one value a run: nothing where none has a variation. */
  public static OptionalDouble resources(Collection<double[]> quantities) {
    double[] known =
        quantities.stream()
            .map(Consistency::variation)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return known.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.exp(-Moments.mean(known)));
  }
}

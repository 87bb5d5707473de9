package org.galton.information;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.numerics.Quantile;

/**
 * Cuts a series of numbers into bins of about equal counts, at its own quantiles.
 *
 * <pre>  letter(v) = number of edges e with v &gt; e,   e_i = quantile(i / K),   i = 1 … K - 1
 * </pre>
 *
 * <p>Quantiles are of type 7 (Hyndman and Fan, 1996), equal ones count once. A value on an edge
 * belongs to the bin below it, so equal values share a letter. Where all values would fall into one
 * bin and are not all equal, a value on an edge belongs to the bin above it. Bins without a value
 * are no letters; a constant series has one letter. Monotone maps of the values change nothing as
 * long as no quantile lies between two values. Cost: one sort.
 *
 * @param bins K, 2 or more
 */
public record Discretization(int bins) {

  public Discretization {
    Expect.that(bins >= 2, "bins", bins, "2 or more");
  }

  /** Two bins. */
  public static Discretization withDefaults() {
    return new Discretization(2);
  }

  public Discretization withBins(int number) {
    return new Discretization(number);
  }

  /** Of finite values, one or more. */
  public DiscreteSeries of(double[] values) {
    Expect.that(values.length >= 1, "number of values", values.length, "1 or more");
    for (double value : values) {
      Expect.that(Double.isFinite(value), "value", value, "a finite number");
    }
    double[] edges = edges(values);
    DiscreteSeries closed =
        DiscreteSeries.of(Arrays.stream(values).mapToInt(v -> below(edges, v)).toArray());
    return closed.alphabet() > 1
        ? closed
        : DiscreteSeries.of(Arrays.stream(values).mapToInt(v -> notAbove(edges, v)).toArray());
  }

  private double[] edges(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] edges = new double[bins - 1];
    for (int i = 1; i < bins; i++) {
      edges[i - 1] = Quantile.ofSorted(sorted, i, bins);
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  private static int below(double[] edges, double value) {
    return (int) Arrays.stream(edges).filter(edge -> edge < value).count();
  }

  private static int notAbove(double[] edges, double value) {
    return (int) Arrays.stream(edges).filter(edge -> edge <= value).count();
  }
}

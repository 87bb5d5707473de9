package org.galton.junk.dose;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often each value of sum_i x_i y_p(i) comes up among all arrangements p of y: all are counted,
 * none is drawn.
 *
 * <p>x and y are shifted and divided so that they begin at 0 and have no common divisor. The y are
 * dealt one after another to the groups of equal x; a state says how many each group holds, and
 * keeps for each sum the number of ways to it. So equal x cost nothing, and the work is (product of
 * group sizes + 1) times groups times sums, in place of n! arrangements. Counts are doubles: exact
 * below 2^53, and right to a rounding above.
 *
 * <p>After the recursions for permutation tests of Pagano and Tritchler, On Obtaining Permutation
 * Distributions in Polynomial Time, 1983.
 *
 * @param shares share[s] of the arrangements have the sum offset + unit s
 */
record ArrangementSums(long offset, long unit, double[] shares) {
  static final double MOST_WORK = 5e8;

  /** Empty where it would take more than 5e8 steps. */
  static Optional<ArrangementSums> of(long[] x, long[] y) {
    Lattice first = Lattice.of(x);
    Lattice second = Lattice.of(y);
    int[] ys = second.steps();
    TreeMap<Integer, Integer> equal = new TreeMap<>();
    Arrays.stream(first.steps()).forEach(step -> equal.merge(step, 1, Integer::sum));
    int[] groups = equal.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] sizes = equal.values().stream().mapToInt(Integer::intValue).toArray();
    long width = 1 + largest(first.steps(), ys);
    double states = 1;
    for (int size : sizes) {
      states *= size + 1;
    }
    if (states * groups.length * width > MOST_WORK) {
      return Optional.empty();
    }
    double[] counts = counts(groups, sizes, ys, (int) states, (int) width);
    double all = Arrays.stream(counts).sum();
    long offset =
        first.least() * Arrays.stream(y).sum()
            + second.least() * first.unit() * Arrays.stream(first.steps()).asLongStream().sum();
    return Optional.of(
        new ArrangementSums(
            offset,
            first.unit() * second.unit(),
            Arrays.stream(counts).map(count -> count / all).toArray()));
  }

  /** Whole numbers as least + unit times steps. */
  private record Lattice(long least, long unit, int[] steps) {
    static Lattice of(long[] numbers) {
      long least = Arrays.stream(numbers).min().orElse(0);
      long unit = Arrays.stream(numbers).map(number -> number - least).reduce(0, Lattice::divisor);
      long divisor = Math.max(1, unit);
      return new Lattice(
          least,
          divisor,
          Arrays.stream(numbers).mapToInt(number -> (int) ((number - least) / divisor)).toArray());
    }

    private static long divisor(long a, long b) {
      return b == 0 ? a : divisor(b, a % b);
    }
  }

  private static long largest(int[] x, int[] y) {
    int[] one = x.clone();
    int[] other = y.clone();
    Arrays.sort(one);
    Arrays.sort(other);
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (long) one[i] * other[i];
    }
    return sum;
  }

  private static double[] counts(int[] groups, int[] sizes, int[] ys, int states, int width) {
    double[][] layer = new double[states][];
    layer[0] = new double[width];
    layer[0][0] = 1;
    for (int y : ys) {
      double[][] next = new double[states][];
      for (int state = 0; state < states; state++) {
        if (layer[state] == null) {
          continue;
        }
        int place = 1;
        for (int g = 0; g < groups.length; g++) {
          if (state / place % (sizes[g] + 1) < sizes[g]) {
            int to = state + place;
            next[to] = next[to] == null ? new double[width] : next[to];
            add(layer[state], next[to], groups[g] * y);
          }
          place *= sizes[g] + 1;
        }
        layer[state] = null;
      }
      layer = next;
    }
    return layer[states - 1];
  }

  private static void add(double[] from, double[] to, int step) {
    for (int sum = 0; sum + step < from.length; sum++) {
      to[sum + step] += from[sum];
    }
  }

  /** Sums of two independent arrangements; empty where they take too many steps. */
  Optional<ArrangementSums> plus(ArrangementSums other) {
    long common = Lattice.divisor(unit, other.unit);
    long width =
        (shares.length - 1) * (unit / common)
            + (other.shares.length - 1) * (other.unit / common)
            + 1;
    if ((double) shares.length * other.shares.length > MOST_WORK || width > MOST_WORK / 10) {
      return Optional.empty();
    }
    double[] sums = new double[(int) width];
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; shares[i] > 0 && j < other.shares.length; j++) {
        sums[(int) (i * (unit / common) + j * (other.unit / common))] +=
            shares[i] * other.shares[j];
      }
    }
    return Optional.of(new ArrangementSums(offset + other.offset, common, sums));
  }
}

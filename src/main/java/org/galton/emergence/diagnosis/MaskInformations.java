package org.galton.emergence.diagnosis;

import java.util.List;
import org.galton.emergence.surrogate.Transitions;
import org.galton.information.PidMeasure;

/**
 * For two bins, at most 64 rounds, and an estimator that adds one constant to each count. A count
 * is the number of bits of an intersection, and every figure a sum of tabulated logarithms:
 *
 * <pre>  I(A;B) = log2 Z + [sum g(n_ab) - sum g(n_a) - sum g(n_b)] / Z,   Z = n + m a,
 *  g(n) = (n + k a) log2 (n + k a)</pre>
 *
 * <p>with m cells in the table, k of them behind the count n. Nothing is allocated, but by {@link
 * PidMeasure#SX}. Series with one letter shrink the table; their figures are known.
 */
final class MaskInformations implements Informations {
  static final int MOST_PLACES = Long.SIZE;

  private final int macro;
  private final BinaryMasks masks;
  private final SmoothedCounts counts;
  private final PairMasks pairs;
  private final TripletMasks triplets;

  MaskInformations(
      int agents, Transitions transitions, double smoothing, List<PidMeasure> measures) {
    this.macro = agents;
    this.masks = new BinaryMasks(agents + 1, transitions);
    this.counts = new SmoothedCounts(transitions.count(), smoothing);
    this.pairs = new PairMasks(counts, measures);
    this.triplets = new TripletMasks(agents, masks, counts);
  }

  @Override
  public void read(double[][] series) {
    for (int i = 0; i <= macro; i++) {
      masks.read(i, series[i]);
    }
    triplets.read();
  }

  @Override
  public int letters(int series) {
    return masks.varies(series) ? 2 : 1;
  }

  @Override
  public double lagged(int source, int target) {
    if (!masks.varies(source) || !masks.varies(target)) {
      return 0;
    }
    double[] cell = counts.one.weighted;
    double[] margin = counts.two.weighted;
    int n = counts.observations;
    int s = Long.bitCount(masks.now(source));
    int t = Long.bitCount(masks.next(target));
    int both = Long.bitCount(masks.now(source) & masks.next(target));
    return counts.information(
        cell[both]
            + cell[s - both]
            + cell[t - both]
            + cell[n - s - t + both]
            - margin[s]
            - margin[n - s]
            - margin[t]
            - margin[n - t],
        4);
  }

  @Override
  public void varyingPair(int i, int j, double[] out) {
    pairs.of(masks.now(i), masks.now(j), masks.next(i), masks.next(j), out);
  }

  @Override
  public void triplet(int i, int j, int k, double[] out) {
    if (!masks.varies(macro)) {
      out[ALL] = 0;
      out[BEST_PAIR] = 0;
      out[ENTROPY] = 0;
    } else if (masks.varies(i) && masks.varies(j) && masks.varies(k)) {
      triplets.of(i, j, k, out);
    } else if (masks.varies(i)) {
      two(i, masks.varies(j) ? j : k, out);
    } else {
      two(j, k, out);
    }
  }

  /** The third is constant, and so may be these. */
  private void two(int i, int j, double[] out) {
    if (masks.varies(i) && masks.varies(j)) {
      triplets.of(i, j, out);
      return;
    }
    // What is constant says nothing, and does not change the table of the others.
    out[ALL] = lagged(masks.varies(i) ? i : j, macro);
    out[BEST_PAIR] = out[ALL];
    out[ENTROPY] = triplets.entropy(masks.varies(i) || masks.varies(j) ? 4 : 2);
  }
}

package org.galton.emergence.diagnosis;

import java.util.List;
import org.galton.information.BinaryCoupling;
import org.galton.information.JointTable;
import org.galton.information.PidMeasure;

/**
 * What two binary series say about their joint next letters. With the counts' logarithms g and l of
 * {@link MaskInformations},
 *
 * <pre>  known_k(t) = sum_s [g(n_st) - (n_st + 2a) l(n_s)]
 *  I(S_k;T) = log2 Z + sum_t [known_k(t) - g(n_t)] / Z
 *  imin = log2 Z + sum_t [min_k known_k(t) - g(n_t)] / Z</pre>
 */
final class PairMasks {
  private static final int LETTERS = 4;
  private static final int CELLS = 16;

  private final SmoothedCounts counts;
  private final PidMeasure[] measures;
  private final long all;
  private final int[] next = new int[LETTERS];
  private final int[] first = new int[LETTERS];
  private final int[] second = new int[LETTERS];
  private final int[] both = new int[LETTERS];
  private final BinaryCoupling coupling = new BinaryCoupling(LETTERS);
  private final double[] letters = new double[LETTERS];
  private final double[] firsts = new double[LETTERS];
  private final double[] seconds = new double[LETTERS];

  PairMasks(SmoothedCounts counts, List<PidMeasure> measures) {
    this.counts = counts;
    this.measures = measures.toArray(PidMeasure[]::new);
    this.all = -1L >>> (Long.SIZE - counts.observations);
  }

  void of(long a, long b, long nextA, long nextB, double[] out) {
    int n = counts.observations;
    int countA = Long.bitCount(a);
    int countB = Long.bitCount(b);
    int countAb = Long.bitCount(a & b);
    double[] cell = counts.one.weighted;
    double[] pair = counts.two.weighted;
    double[] letter = counts.four.weighted;
    double[] source = counts.eight.plain;
    double added = counts.two.added;
    double cells = 0;
    double targets = 0;
    double known1 = 0;
    double known2 = 0;
    double least = 0;
    for (int t = 0; t < LETTERS; t++) {
      long mask = all & (t < 2 ? ~nextA : nextA) & ((t & 1) == 0 ? ~nextB : nextB);
      int nt = Long.bitCount(mask);
      int at = Long.bitCount(a & mask);
      int bt = Long.bitCount(b & mask);
      int abt = Long.bitCount(a & b & mask);
      next[t] = nt;
      first[t] = at;
      second[t] = bt;
      both[t] = abt;
      cells += cell[abt] + cell[at - abt] + cell[bt - abt] + cell[nt - at - bt + abt];
      targets += letter[nt];
      double knownA =
          pair[at]
              + pair[nt - at]
              - (at + added) * source[countA]
              - (nt - at + added) * source[n - countA];
      double knownB =
          pair[bt]
              + pair[nt - bt]
              - (bt + added) * source[countB]
              - (nt - bt + added) * source[n - countB];
      known1 += knownA;
      known2 += knownB;
      least += Math.min(knownA, knownB);
    }
    double sources =
        letter[countAb]
            + letter[countA - countAb]
            + letter[countB - countAb]
            + letter[n - countA - countB + countAb];
    out[Informations.FIRST] = counts.information(known1 - targets, CELLS);
    out[Informations.SECOND] = counts.information(known2 - targets, CELLS);
    out[Informations.BOTH] = counts.information(cells - sources - targets, CELLS);
    double specific = counts.information(least - targets, CELLS);
    for (int m = 0; m < measures.length; m++) {
      out[Informations.REDUNDANCIES + m] = redundancy(measures[m], specific, out);
    }
  }

  private double redundancy(PidMeasure measure, double specific, double[] out) {
    return switch (measure) {
      case IMIN -> specific;
      case MMI -> Math.min(out[Informations.FIRST], out[Informations.SECOND]);
      case BROJA -> out[Informations.FIRST] + out[Informations.SECOND] - leastTogether();
      case SX -> measure.decompose(table()).redundancy();
    };
  }

  private double leastTogether() {
    double total = counts.total(CELLS);
    for (int t = 0; t < LETTERS; t++) {
      letters[t] = (next[t] + counts.four.added) / total;
      firsts[t] = (next[t] - first[t] + counts.two.added) / total;
      seconds[t] = (next[t] - second[t] + counts.two.added) / total;
    }
    return coupling.information(letters, firsts, seconds);
  }

  private JointTable table() {
    double[] weights = new double[CELLS];
    for (int t = 0; t < LETTERS; t++) {
      weights[t] = next[t] - first[t] - second[t] + both[t];
      weights[LETTERS + t] = second[t] - both[t];
      weights[2 * LETTERS + t] = first[t] - both[t];
      weights[3 * LETTERS + t] = both[t];
    }
    for (int i = 0; i < CELLS; i++) {
      weights[i] += counts.one.added;
    }
    return JointTable.ofWeights(new int[] {2, 2, LETTERS}, weights);
  }
}

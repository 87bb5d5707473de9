package org.galton.emergence.diagnosis;

/**
 * What two or three binary series say about the next letter of a binary macro series. A triplet
 * needs two counts of its own: its other cells follow from the counts of its members and pairs.
 */
final class TripletMasks {
  private static final int CELLS = 16;

  private final int agents;
  private final BinaryMasks masks;
  private final SmoothedCounts counts;
  private final int[] single;
  private final int[] singleNext;
  private final int[] pair;
  private final int[] pairNext;

  /** What two say about the macro series in a table with a third binary series. */
  private final double[] known;

  private int macro;
  private long macroNext;

  TripletMasks(int agents, BinaryMasks masks, SmoothedCounts counts) {
    this.agents = agents;
    this.masks = masks;
    this.counts = counts;
    this.single = new int[agents];
    this.singleNext = new int[agents];
    this.pair = new int[agents * agents];
    this.pairNext = new int[agents * agents];
    this.known = new double[agents * agents];
  }

  /** Counts once what many triplets share. */
  void read() {
    macroNext = masks.next(agents);
    macro = Long.bitCount(macroNext);
    for (int i = 0; i < agents; i++) {
      single[i] = Long.bitCount(masks.now(i));
      singleNext[i] = Long.bitCount(masks.now(i) & macroNext);
    }
    for (int i = 0; i < agents; i++) {
      for (int j = i + 1; j < agents; j++) {
        int at = i * agents + j;
        pair[at] = Long.bitCount(masks.now(i) & masks.now(j));
        pairNext[at] = Long.bitCount(masks.now(i) & masks.now(j) & macroNext);
        known[at] = two(i, j, CELLS, counts.two, counts.four, counts.eight);
      }
    }
  }

  /** Of a table whose cells are counted by the first of these logarithms. */
  private double two(
      int i,
      int j,
      int cells,
      SmoothedLogarithms cell,
      SmoothedLogarithms sources,
      SmoothedLogarithms target) {
    int at = i * agents + j;
    double[] g = cell.weighted;
    int rest = counts.observations - single[i] - single[j] + pair[at];
    int restNext = macro - singleNext[i] - singleNext[j] + pairNext[at];
    int first = single[i] - pair[at];
    int firstNext = singleNext[i] - pairNext[at];
    int second = single[j] - pair[at];
    int secondNext = singleNext[j] - pairNext[at];
    double joint =
        g[pairNext[at]]
            + g[pair[at] - pairNext[at]]
            + g[firstNext]
            + g[first - firstNext]
            + g[secondNext]
            + g[second - secondNext]
            + g[restNext]
            + g[rest - restNext];
    double[] s = sources.weighted;
    double margin = s[pair[at]] + s[first] + s[second] + s[rest];
    return counts.information(joint - margin - macros(target), cells);
  }

  private double macros(SmoothedLogarithms target) {
    return target.weighted[macro] + target.weighted[counts.observations - macro];
  }

  /** Of a third, constant series no table knows: H(V') and the informations of these two. */
  void of(int i, int j, double[] out) {
    out[Informations.ALL] = two(i, j, 8, counts.one, counts.two, counts.four);
    out[Informations.BEST_PAIR] = out[Informations.ALL];
    out[Informations.ENTROPY] = entropy(8);
  }

  /** H(V') in a table of 2, 4, 8 or 16 cells. */
  double entropy(int cells) {
    SmoothedLogarithms target =
        switch (cells) {
          case 2 -> counts.one;
          case 4 -> counts.two;
          case 8 -> counts.four;
          default -> counts.eight;
        };
    return Math.max(0, counts.logTotal(cells) - macros(target) / counts.total(cells));
  }

  void of(int i, int j, int k, double[] out) {
    int ij = i * agents + j;
    int ik = i * agents + k;
    int jk = j * agents + k;
    long mask = masks.now(i) & masks.now(j) & masks.now(k);
    int all = Long.bitCount(mask);
    int allNext = Long.bitCount(mask & macroNext);
    double joint =
        cell(all, allNext)
            + cell(pair[ij] - all, pairNext[ij] - allNext)
            + cell(pair[ik] - all, pairNext[ik] - allNext)
            + cell(pair[jk] - all, pairNext[jk] - allNext)
            + cell(
                single[i] - pair[ij] - pair[ik] + all,
                singleNext[i] - pairNext[ij] - pairNext[ik] + allNext)
            + cell(
                single[j] - pair[ij] - pair[jk] + all,
                singleNext[j] - pairNext[ij] - pairNext[jk] + allNext)
            + cell(
                single[k] - pair[ik] - pair[jk] + all,
                singleNext[k] - pairNext[ik] - pairNext[jk] + allNext)
            + cell(
                counts.observations
                    - (single[i] + single[j] + single[k])
                    + (pair[ij] + pair[ik] + pair[jk])
                    - all,
                macro
                    - (singleNext[i] + singleNext[j] + singleNext[k])
                    + (pairNext[ij] + pairNext[ik] + pairNext[jk])
                    - allNext);
    out[Informations.ALL] = counts.information(joint - macros(counts.eight), CELLS);
    out[Informations.BEST_PAIR] = Math.max(known[ij], Math.max(known[ik], known[jk]));
    out[Informations.ENTROPY] = entropy(CELLS);
  }

  /** A combination of letters of the sources: with the macro series' letter, less without. */
  private double cell(int count, int countNext) {
    double[] g = counts.one.weighted;
    return g[countNext] + g[count - countNext] - counts.two.weighted[count];
  }
}

package org.galton.cell;

import org.galton.numerics.Expect;

/**
 * Fraction of samples closer than the true match: how well pairs are found by similarity.
 *
 * <pre>  mean over i of  #{j != i: s_ij > s_ii} / (n - 1)</pre>
 *
 * <p>0 where every true match is the most similar, .5 by chance. A candidate as similar as the true
 * match counts for a half: without that a similarity that tells nothing apart would be perfect.
 * Cost: n^2 comparisons.
 *
 * <p>Liu et al., Jointly Embedding Multiple Single-Cell Omics Measurements, 2019.
 */
public final class Foscttm {
  private Foscttm() {}

  /**
   * @param similarities of each sample to the candidates; the true matches on the diagonal
   */
  public static double of(double[][] similarities) {
    double sum = 0;
    for (int i = 0; i < similarities.length; i++) {
      sum += share(similarities[i], i);
    }
    Expect.that(similarities.length >= 2, "samples", similarities.length, "2 or more");
    return sum / similarities.length;
  }

  /**
   * Of one sample.
   *
   * @param match place of the true match
   */
  public static double share(double[] similarities, int match) {
    Expect.that(similarities.length >= 2, "candidates", similarities.length, "2 or more");
    double closer = 0;
    for (int j = 0; j < similarities.length; j++) {
      if (j != match && similarities[j] >= similarities[match]) {
        closer += similarities[j] > similarities[match] ? 1 : 0.5;
      }
    }
    return closer / (similarities.length - 1);
  }
}

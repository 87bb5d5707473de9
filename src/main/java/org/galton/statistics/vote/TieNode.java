package org.galton.statistics.vote;

import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * One term of a sum that gives what ties earn without counting them. A draw in which u right and v
 * wrong answers are tied contributes {@code weight} times a product: of {@code wrong} for each
 * wrong one, and over the right ones, where one of them is marked, of {@code before} for those
 * before it and {@code after} for those after it, summed over which one is marked.
 *
 * <p>{@link Ties#SHARED}: s^(u-1+v) for each of the u marks, integrated over s from 0 to 1, is
 * u/(u+v). {@link Ties#WRONG}: only the last right one can be the marked one, so the sum is 1, and
 * 0 with any wrong one.
 */
record TieNode(double weight, double wrong, double before, double after) {
  private static final TieNode[] WRONG = {new TieNode(1, 0, 1, 0)};
  private static final TieNode[][] SHARED =
      IntStream.rangeClosed(0, (MajorityCurve.LARGEST_K + 1) / 2)
          .mapToObj(TieNode::shared)
          .toArray(TieNode[][]::new);

  /**
   * @param most answers that can be tied
   */
  static TieNode[] of(Ties ties, int most) {
    return switch (ties) {
      // The rule of m nodes is exact to degree 2m-1, and the integrand's is one less than most.
      case SHARED -> SHARED[(most + 1) / 2];
      case WRONG -> WRONG;
    };
  }

  private static TieNode[] shared(int nodes) {
    if (nodes == 0) {
      return new TieNode[0];
    }
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes, 0, 1);
    return IntStream.range(0, nodes)
        .mapToObj(
            i -> {
              double s = rule.getPoint(i);
              return new TieNode(rule.getWeight(i), s, s, s);
            })
        .toArray(TieNode[]::new);
  }
}

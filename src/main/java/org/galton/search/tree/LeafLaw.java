package org.galton.search.tree;

import org.galton.numerics.Expect;

/**
 * A law over the leaves of a tree.
 *
 * @param probabilities by node; 0 at inner nodes
 * @param lost probability of no leaf at all
 */
public record LeafLaw(double[] probabilities, double lost) {
  private static final double ROUNDING = 1e-12;

  /** Weights over their sum. */
  static LeafLaw normalised(double[] weights, double sum) {
    Expect.positive(sum, "sum of the weights of leaves");
    double[] law = new double[weights.length];
    for (int node = 0; node < weights.length; node++) {
      law[node] = weights[node] / sum;
    }
    return new LeafLaw(law, 0);
  }

  public double of(int node) {
    return probabilities[node];
  }

  /**
   * Total variation, half the sum of the differences; no leaf counts as an outcome. 0 where the
   * differences are those of rounding.
   */
  public double distance(LeafLaw other) {
    double sum = Math.abs(lost - other.lost);
    for (int node = 0; node < probabilities.length; node++) {
      sum += Math.abs(probabilities[node] - other.probabilities[node]);
    }
    return sum / 2 < ROUNDING ? 0 : sum / 2;
  }

  /**
   * sum q ln(q/p) in nats, of this law q from another law p; infinite where p is 0 and q is not.
   */
  public double divergenceFrom(LeafLaw other) {
    double sum = term(lost, other.lost);
    for (int node = 0; node < probabilities.length; node++) {
      sum += term(probabilities[node], other.probabilities[node]);
    }
    return Math.max(0, sum);
  }

  private static double term(double q, double p) {
    return q == 0 ? 0 : q * Math.log(q / p);
  }
}

package org.galton.balance.potential;

/** A sum of flows over a cut, kept as a logarithm, with its rate of decay. */
final class LogFlow {
  private double scale = Double.NEGATIVE_INFINITY;
  private double sum;
  private double decaying;

  void clear() {
    scale = Double.NEGATIVE_INFINITY;
    sum = 0;
    decaying = 0;
  }

  /**
   * @param logarithm of the flow
   * @param decay of the logarithm as its move falls deeper
   */
  void add(double logarithm, double decay) {
    if (logarithm > scale) {
      double shrink = Math.exp(scale - logarithm);
      sum = sum * shrink + 1;
      decaying = decaying * shrink + decay;
      scale = logarithm;
    } else {
      double flow = Math.exp(logarithm - scale);
      sum += flow;
      decaying += flow * decay;
    }
  }

  boolean empty() {
    return sum == 0;
  }

  double logarithm() {
    return scale + Math.log(sum);
  }

  double decay() {
    return decaying / sum;
  }
}

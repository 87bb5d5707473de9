package org.galton.information;

import org.galton.numerics.Bits;

/** The redundancy of {@link PidMeasure#IMIN}. */
final class LeastSpecificInformation {

  private LeastSpecificInformation() {}

  static double of(JointTable table) {
    JointTable first = table.grouped(new int[] {0}, new int[] {2});
    JointTable second = table.grouped(new int[] {1}, new int[] {2});
    double[] target = table.marginal(2);
    double sum = 0;
    for (int t = 0; t < target.length; t++) {
      sum += Math.min(weighted(first, t, target[t]), weighted(second, t, target[t]));
    }
    return sum;
  }

  /** p(t) I(S;T=t). */
  private static double weighted(JointTable source, int t, double target) {
    double[] letters = source.marginal(0);
    double sum = 0;
    for (int s = 0; s < letters.length; s++) {
      double p = source.at(s, t);
      sum += p == 0 ? 0 : p * Bits.log2(p / letters[s] / target);
    }
    return sum;
  }
}

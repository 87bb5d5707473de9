package org.galton.information;

import org.galton.numerics.Bits;

/** The redundancy of {@link PidMeasure#SX}. */
final class SharedExclusion {

  private SharedExclusion() {}

  static double of(JointTable table) {
    JointTable firstTarget = table.grouped(new int[] {0}, new int[] {2});
    JointTable secondTarget = table.grouped(new int[] {1}, new int[] {2});
    JointTable sources = table.grouped(new int[] {0}, new int[] {1});
    double[] first = table.marginal(0);
    double[] second = table.marginal(1);
    double[] target = table.marginal(2);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        double either = first[i] + second[j] - sources.at(i, j);
        for (int t = 0; t < target.length; t++) {
          double p = table.at(i, j, t);
          double eitherAndTarget = firstTarget.at(i, t) + secondTarget.at(j, t) - p;
          sum += p == 0 ? 0 : p * Bits.log2(eitherAndTarget / either / target[t]);
        }
      }
    }
    return sum;
  }
}

package org.galton.emergence.mediation;

import java.util.List;

/**
 * Least squares of the mediator on the treatment, M = a0 + a1 t + e.
 *
 * @param control a0, the mean of groups not treated
 * @param change a1, by which the mean of treated groups is above it
 * @param deviation of e, with n - 2
 */
record MediatorLine(double control, double change, double deviation) {

  /**
   * Of groups that count several times, some of them treated and some not, three or more in all.
   */
  static MediatorLine of(List<MediatedGroup> groups, int[] counts) {
    double[] means = new double[2];
    double[] sizes = new double[2];
    for (int i = 0; i < counts.length; i++) {
      int arm = arm(groups.get(i));
      means[arm] += counts[i] * groups.get(i).mediator();
      sizes[arm] += counts[i];
    }
    means[0] /= sizes[0];
    means[1] /= sizes[1];
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      double rest = groups.get(i).mediator() - means[arm(groups.get(i))];
      squares += counts[i] * rest * rest;
    }
    double degrees = sizes[0] + sizes[1] - 2;
    return new MediatorLine(means[0], means[1] - means[0], Math.sqrt(squares / degrees));
  }

  private static int arm(MediatedGroup group) {
    return group.treated() ? 1 : 0;
  }
}

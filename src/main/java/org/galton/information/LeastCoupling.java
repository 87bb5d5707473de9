package org.galton.information;

/**
 * The least information about the target that two sources can have together, given what the target
 * shares with each: the problem behind {@link PidMeasure#BROJA}.
 */
final class LeastCoupling {

  private LeastCoupling() {}

  static double information(JointTable table) {
    if (table.size(0) <= 2 && table.size(1) <= 2) {
      return BinaryCoupling.information(table);
    }
    return BarrierCoupling.information(table);
  }
}

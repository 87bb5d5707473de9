package org.galton.information;

/** A distribution of two sources and a target whose decomposition is known. */
enum LogicGate {
  RDN("000 111"),
  UNQ("000 010 101 111"),
  XOR("000 011 101 110"),
  AND("000 010 100 111"),
  OR("000 011 101 111"),
  COPY("000 011 102 113"),
  SUM("000 011 101 112"),
  RDNXOR("000 011 101 110 222 233 323 332"),
  REDUCED_OR("000 000 011 101"),
  PWUNQ("011 101 022 202"),
  DIFF("000 001 010 101"),
  SAME_NEXT("000 000 000 000 000 000 000 000 000 001 111 111 111 111 111 111 111 111 111 110"),
  XOR_AND_FREE_BIT("000 002 011 013 101 103 110 112");

  private final JointTable table;

  LogicGate(String outcomes) {
    table = ofOutcomes(outcomes.split(" "));
  }

  JointTable table() {
    return table;
  }

  /** Equally likely outcomes, each a digit for either source and one for the target. */
  private static JointTable ofOutcomes(String... outcomes) {
    int[] sizes = {2, 2, 2};
    for (String outcome : outcomes) {
      for (int axis = 0; axis < sizes.length; axis++) {
        sizes[axis] = Math.max(sizes[axis], outcome.charAt(axis) - '0' + 1);
      }
    }
    double[] weights = new double[sizes[0] * sizes[1] * sizes[2]];
    for (String outcome : outcomes) {
      int cell = 0;
      for (int axis = 0; axis < sizes.length; axis++) {
        cell = cell * sizes[axis] + (outcome.charAt(axis) - '0');
      }
      weights[cell]++;
    }
    return JointTable.ofWeights(sizes, weights);
  }

  /** The output flipped in one case of ten. */
  static JointTable noisy(LogicGate gate) {
    return from(
        2, 2, 2, (a, b, t) -> 0.9 * gate.table.at(a, b, t) + 0.1 * gate.table.at(a, b, 1 - t));
  }

  /**
   * Two independent binary chains that stay with probability 0.9; the target is both next states.
   */
  static JointTable independentChains() {
    return from(2, 2, 4, (a, b, t) -> (a == t / 2 ? 0.9 : 0.1) * (b == t % 2 ? 0.9 : 0.1));
  }

  /** A shared bit, two private bits and an exclusive or, all of them in the target. */
  static JointTable redundantUniqueSynergistic() {
    return from(
        8,
        8,
        16,
        (a, b, t) -> {
          int shared = a & 1;
          boolean sameShared = shared == (b & 1);
          int target = shared | (a >> 1 & 1) << 1 | (b >> 1 & 1) << 2 | ((a ^ b) >> 2 & 1) << 3;
          return sameShared && t == target ? 1 : 0;
        });
  }

  static JointTable general222() {
    return JointTable.ofWeights(new int[] {2, 2, 2}, 5, 1, 2, 4, 3, 7, 6, 2);
  }

  static JointTable general333() {
    return from(3, 3, 3, (a, b, t) -> 1 + (3 * a + 8 * b + 5 * t + 2 * a * b * t) % 13);
  }

  /** A weight for each combination of letters. */
  @FunctionalInterface
  interface Weight {
    double of(int a, int b, int t);
  }

  static JointTable from(int first, int second, int target, Weight weight) {
    double[] weights = new double[first * second * target];
    for (int cell = 0; cell < weights.length; cell++) {
      weights[cell] = weight.of(cell / target / second, cell / target % second, cell % target);
    }
    return JointTable.ofWeights(new int[] {first, second, target}, weights);
  }
}

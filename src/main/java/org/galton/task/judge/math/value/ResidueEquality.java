package org.galton.task.judge.math.value;

import org.galton.task.judge.math.tree.MathNode;

/**
 * Compares rational functions at four points that the two of them give, each modulo another prime.
 */
final class ResidueEquality {
  private static final int POINTS = 4;
  private static final int MOST_TRIES = 12;

  private ResidueEquality() {}

  static boolean of(MathNode a, MathNode b) {
    long hash = SamplePoints.hash(a + "|" + b);
    int first = (int) (hash >>> 32) & (Modulus.ALL.size() - 1);
    int agreed = 0;
    for (int point = 0; point < MOST_TRIES && agreed < POINTS; point++) {
      Residues residues =
          new Residues(Modulus.ALL.get((first + point) % Modulus.ALL.size()), hash + "/" + point);
      try {
        if (residues.value(a) != residues.value(b)) {
          return false;
        }
        agreed++;
      } catch (NoValue e) {
        // Another point follows.
      }
    }
    return agreed == POINTS;
  }
}

package org.galton.task.judge.math.value;

import org.galton.task.judge.math.tree.MathNode;

/** Compares rational functions modulo a prime at three points that the two of them give. */
final class ResidueEquality {
  private static final int POINTS = 3;
  private static final int MOST_TRIES = 9;

  private ResidueEquality() {}

  static boolean of(MathNode a, MathNode b) {
    String seed = SamplePoints.hex(a + "|" + b);
    int agreed = 0;
    for (int point = 0; point < MOST_TRIES && agreed < POINTS; point++) {
      Residues residues = new Residues(seed + point);
      try {
        if (residues.value(a) != residues.value(b)) {
          return false;
        }
        agreed++;
      } catch (NoValue e) {
        continue;
      }
    }
    return agreed == POINTS;
  }
}

package org.galton.task.arithmetic;

import org.galton.numerics.Fnv1a;
import org.galton.task.Split;

/** A generated problem. */
interface Problem {
  /** Equal for problems that are the same but for their wording, such as 3+4 and 4+3. */
  String identity();

  /**
   * The split that the problem belongs to, decided by its identity alone: a tenth each for test and
   * validation.
   */
  default Split split() {
    return switch ((int) Math.floorMod(Fnv1a.mixed(identity()), 10L)) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }
}

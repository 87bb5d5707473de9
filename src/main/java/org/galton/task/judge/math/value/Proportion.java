package org.galton.task.judge.math.value;

import java.util.Optional;
import org.galton.task.judge.math.tree.MathNode;

/** Whether one expression is a constant times another, as both sides of an equation may be. */
public final class Proportion {
  private Proportion() {}

  /** The sign of the constant, 1 or -1; empty where there is no such constant but 0. */
  public static Optional<Integer> sign(MathNode a, MathNode b, Work work) {
    return SampledEquality.factorSign(a, b, Branch.REAL, work);
  }
}

package org.galton.task.judge.math;

/** Decides whether an answer is equal to a reference. */
public final class MathEquality {
  private MathEquality() {}

  public static MathDecision decide(MathAnswer reference, MathAnswer answer, MathRules rules) {
    String right = reference.normalForm();
    String given = answer.normalForm();
    return right.equals(given) && reference.isText() == answer.isText()
        ? MathDecision.equal(given + " = " + right)
        : MathDecision.unequal(given + " is not " + right);
  }
}

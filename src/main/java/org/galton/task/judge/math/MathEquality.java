package org.galton.task.judge.math;

/**
 * Decides whether an answer is equal to a reference. The rules are not symmetric, since references
 * are written with care and answers are not; for constants they are.
 */
public final class MathEquality {
  private MathEquality() {}

  public static MathDecision decide(MathAnswer reference, MathAnswer answer, MathRules rules) {
    if (reference.isText() || answer.isText()) {
      boolean equal =
          reference.isText()
              && answer.isText()
              && !answer.normalForm().isEmpty()
              && reference.normalForm().equals(answer.normalForm());
      return equal ? MathDecision.equal("as words") : MathDecision.unequal("as words");
    }
    return new Deciding(rules).same(reference.node(), answer.node());
  }
}

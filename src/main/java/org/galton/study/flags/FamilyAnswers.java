package org.galton.study.flags;

import java.io.Serializable;
import org.galton.job.agents.Agent;

/**
 * The answers of an agent to a family of problems: whether they are all the same, whether the right
 * ones differ, and whether any is wrong: an answer that is right everywhere is no shortcut. What is
 * not known yet is null.
 */
record FamilyAnswers(
    String answer, boolean answersDiffer, String reference, boolean rightDiffer, boolean anyFailed)
    implements Serializable {
  static final FamilyAnswers NONE = new FamilyAnswers(null, false, null, false, false);

  /** An agent's family. */
  record Key(Agent agent, String family) implements Serializable {
    static Key of(Observed observed) {
      return new Key(observed.agent(), observed.family());
    }
  }

  /** Whether an answer can say something of its family. */
  static boolean counts(Observed observed) {
    return !observed.family().isEmpty()
        && !observed.reference().isEmpty()
        && !observed.transcript().answer().isEmpty();
  }

  FamilyAnswers and(Observed observed) {
    return and(
        new FamilyAnswers(
            observed.transcript().answer(),
            false,
            observed.reference(),
            false,
            Boolean.FALSE.equals(observed.success())));
  }

  FamilyAnswers and(FamilyAnswers other) {
    if (answer == null) {
      return other;
    }
    return other.answer == null
        ? this
        : new FamilyAnswers(
            least(answer, other.answer),
            answersDiffer || other.answersDiffer || !answer.equals(other.answer),
            least(reference, other.reference),
            rightDiffer || other.rightDiffer || !reference.equals(other.reference),
            anyFailed || other.anyFailed);
  }

  private static String least(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  boolean isConstant() {
    return rightDiffer && !answersDiffer && anyFailed;
  }
}

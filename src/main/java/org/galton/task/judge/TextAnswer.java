package org.galton.task.judge;

import org.galton.numerics.Fnv1a;
import org.galton.task.Verdict;

/** Judges answers that are free text. */
public final class TextAnswer {
  private static final int LONGEST = 256;

  private TextAnswer() {}

  /** Right if equal and not empty. */
  static Verdict compare(String reference, String answer) {
    boolean correct = !answer.isEmpty() && answer.equals(reference);
    return new Verdict(narrow(answer), correct, false, correct ? 1 : 0);
  }

  /** The same with a narrow answer. */
  static Verdict narrow(Verdict verdict) {
    return new Verdict(
        narrow(verdict.answer()),
        verdict.correct(),
        verdict.abstained(),
        verdict.reward(),
        verdict.foundBy(),
        verdict.detail());
  }

  /**
   * The text itself up to 256 characters; of a longer one the beginning and a hash, so that tables
   * stay narrow.
   */
  public static String narrow(String answer) {
    return answer.length() <= LONGEST
        ? answer
        : answer.substring(0, LONGEST) + "… #" + Long.toHexString(Fnv1a.mixed(answer));
  }
}

package org.galton.job.score;

import org.galton.task.Verdict;

/**
 * The verdict on a completion that was cut at its token limit. Whatever it holds is no final
 * answer: it counts as wrong and does not vote. The verdict tells what a judge would have said, so
 * that a cut before the answer is told from one behind it.
 */
public final class TruncatedVerdict {
  /** As {@code found_by} of such verdicts says, in place of where an answer stood. */
  public static final String FOUND_BY = "truncated";

  private static final int LONGEST_ANSWER = 100;

  private TruncatedVerdict() {}

  /** Where no judge has looked at it. */
  static Verdict unread() {
    return verdict("");
  }

  static Verdict of(Verdict said) {
    if (said.abstained()) {
      return verdict("declined to answer before the token limit");
    }
    if (said.answer().isEmpty()) {
      return verdict("no answer before the token limit");
    }
    return verdict(
        "without the token limit: %s, answer %s%s"
            .formatted(
                said.correct() ? "right" : "wrong",
                shown(said.answer()),
                said.foundBy().isEmpty() ? "" : " (" + said.foundBy() + ")"));
  }

  private static Verdict verdict(String detail) {
    return new Verdict("", false, false, 0, FOUND_BY, detail);
  }

  private static String shown(String answer) {
    return answer.codePointCount(0, answer.length()) <= LONGEST_ANSWER
        ? answer
        : answer.substring(0, answer.offsetByCodePoints(0, LONGEST_ANSWER)) + "…";
  }
}

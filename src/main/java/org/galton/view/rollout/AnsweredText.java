package org.galton.view.rollout;

import org.galton.report.VisibleText;

/** A completion taken apart where the answer stands in it for the last time. */
record AnsweredText(String before, String answer, String after) {
  private static final int LONGEST = 200_000;

  /**
   * @param answer in canonical form, which need not stand in the text; null for none
   */
  static AnsweredText of(String completion, String answer) {
    int at = answer == null || answer.isBlank() ? -1 : completion.lastIndexOf(answer);
    if (at < 0 || at > LONGEST) {
      return new AnsweredText(VisibleText.of(completion, LONGEST), "", "");
    }
    int end = at + answer.length();
    return new AnsweredText(
        VisibleText.of(completion.substring(0, at), LONGEST),
        VisibleText.of(answer, LONGEST),
        VisibleText.of(completion.substring(end), LONGEST));
  }
}

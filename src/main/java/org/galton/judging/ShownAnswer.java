package org.galton.judging;

import org.galton.task.judge.answer.Thoughts;

/**
 * What of a completion is shown to a judge, or read of a judge's reply: what follows its thinking.
 */
final class ShownAnswer {
  private ShownAnswer() {}

  /**
   * At most {@code most} characters, the last ones: there the answer stands. Empty where nothing
   * follows the thinking.
   */
  static String of(String completion, int most) {
    String answer = Thoughts.without(completion).strip();
    return answer.length() <= most ? answer : answer.substring(answer.length() - most);
  }
}

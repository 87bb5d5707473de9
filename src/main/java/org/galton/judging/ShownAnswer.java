package org.galton.judging;

import java.util.List;

/**
 * What of a completion is shown to a judge, or read of a judge's reply: what follows its thinking.
 */
final class ShownAnswer {
  private static final List<String> THOUGHT_ENDS =
      List.of("</think>", "</thinking>", "</reasoning>", "<|channel|>final<|message|>", "◁/think▷");

  private ShownAnswer() {}

  /** At most {@code most} characters, the last ones: there the answer stands. */
  static String of(String completion, int most) {
    int from = 0;
    for (String end : THOUGHT_ENDS) {
      int at = completion.lastIndexOf(end);
      from = at < 0 ? from : Math.max(from, at + end.length());
    }
    String answer = completion.substring(from).strip();
    return answer.length() <= most ? answer : answer.substring(answer.length() - most);
  }
}

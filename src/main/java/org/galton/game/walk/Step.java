package org.galton.game.walk;

import java.util.List;
import java.util.Optional;

/**
 * A step of a walk.
 *
 * @param answers what was said, each cut to {@link #LONGEST_ANSWER} characters
 * @param target where it ended: the source where it stayed; empty for an escape, a step none of
 *     whose answers named a state
 */
public record Step(String source, List<String> answers, Optional<String> target) {
  public static final int LONGEST_ANSWER = 64;

  public Step {
    answers = answers.stream().map(Step::cut).toList();
  }

  /** Whether it ended in another state. */
  public boolean moved() {
    return target.isPresent() && !target.get().equals(source);
  }

  /** As much of an answer as a step reads. */
  public static String cut(String answer) {
    if (answer.length() <= LONGEST_ANSWER) {
      return answer;
    }
    boolean splitsPair = Character.isHighSurrogate(answer.charAt(LONGEST_ANSWER - 1));
    return answer.substring(0, splitsPair ? LONGEST_ANSWER - 1 : LONGEST_ANSWER);
  }
}

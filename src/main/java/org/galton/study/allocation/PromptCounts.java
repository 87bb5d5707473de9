package org.galton.study.allocation;

import java.io.Serializable;
import org.galton.job.input.GivenRow;
import org.galton.statistics.Tally;

/**
 * Rollouts of a prompt so far.
 *
 * @param rollouts all of them
 * @param correct those that were right
 */
record PromptCounts(long rollouts, long correct) implements Serializable {

  /** One rollout. */
  static PromptCounts of(boolean right) {
    return new PromptCounts(1, right ? 1 : 0);
  }

  /** Those of a row that counts them. */
  static PromptCounts counted(GivenRow row) {
    int rollouts = row.whole("rollouts");
    int correct = row.whole("correct");
    if (correct > rollouts) {
      throw row.wrong("correct", "at most the number of rollouts, " + rollouts);
    }
    return new PromptCounts(rollouts, correct);
  }

  PromptCounts plus(PromptCounts more) {
    return new PromptCounts(rollouts + more.rollouts, correct + more.correct);
  }

  /** At most 2^31 - 1 of a prompt. */
  Tally tally() {
    return new Tally(Math.toIntExact(rollouts), Math.toIntExact(correct));
  }
}

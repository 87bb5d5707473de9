package org.galton.study.allocation;

import java.util.Optional;
import org.galton.reward.budget.SuccessRates;
import org.galton.reward.budget.TaskClass;
import org.galton.statistics.Tally;

/**
 * A prompt with what its rollouts came to.
 *
 * @param retired the rule that takes it out
 */
record SeenPrompt(String name, Tally tally, Optional<String> retired) {

  TaskClass observedClass() {
    return SuccessRates.observed(tally).taskClass(0);
  }
}

package org.galton.reinforce;

import java.util.List;

/**
 * The rollouts of a prompt, by their numbers.
 *
 * @param generation of the rollouts
 */
record DrawnGroup(AskedPrompt asked, String generation, List<DrawnRollout> rollouts) {
  DrawnGroup {
    rollouts = List.copyOf(rollouts);
  }

  List<DrawnRollout> scored() {
    return rollouts.stream().filter(DrawnRollout::isScored).toList();
  }

  int correct() {
    return (int) scored().stream().filter(DrawnRollout::isCorrect).count();
  }

  int promptTokens() {
    return rollouts.stream()
        .filter(rollout -> rollout.row().promptTokens() != null)
        .mapToInt(rollout -> rollout.row().promptTokens())
        .findFirst()
        .orElse(0);
  }
}

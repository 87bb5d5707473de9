package org.galton.reinforce;

import org.galton.task.Prompt;

/**
 * Rollouts that are wanted of a prompt.
 *
 * @param task number of its task in the spec
 * @param from first rollout index: rollouts of earlier steps come before
 * @param to rollout index after the last
 */
record AskedPrompt(int task, Prompt prompt, int from, int to) {
  int rollouts() {
    return to - from;
  }

  /**
   * Some of these rollouts.
   *
   * @param skipped how many come before
   */
  AskedPrompt part(int skipped, int count) {
    return new AskedPrompt(task, prompt, from + skipped, from + skipped + count);
  }
}

package org.galton.study.advantages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.galton.reward.signal.Answered;
import org.galton.reward.signal.JudgedRollout;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Tally;

/**
 * A prompt of a batch.
 *
 * @param rollouts in the order of their samples
 */
record StepPrompt(String name, List<GivenRollout> rollouts) {

  /**
   * The prompts of a batch, in the order of their names.
   *
   * @throws InvalidInput when a sample of a prompt is there twice
   */
  static List<StepPrompt> of(String step, Iterable<GivenRollout> rollouts) {
    TreeMap<String, List<GivenRollout>> byPrompt = new TreeMap<>();
    rollouts.forEach(
        rollout ->
            byPrompt.computeIfAbsent(rollout.prompt(), name -> new ArrayList<>()).add(rollout));
    List<StepPrompt> prompts = new ArrayList<>();
    byPrompt.forEach(
        (name, all) -> {
          all.sort(Comparator.comparingInt(GivenRollout::sample));
          prompts.add(new StepPrompt(name, all));
        });
    prompts.forEach(prompt -> prompt.check(step));
    return prompts;
  }

  private void check(String step) {
    for (int i = 1; i < rollouts.size(); i++) {
      if (rollouts.get(i).sample() == rollouts.get(i - 1).sample()) {
        throw new InvalidInput(
            "Cannot compare the rollouts: prompt '%s' has sample %d twice%s; expected each once; where the rows are of several batches, name the column that tells them apart with --step"
                .formatted(
                    name,
                    rollouts.get(i).sample(),
                    step.isEmpty() ? "" : " in step '" + step + "'"));
      }
    }
  }

  List<JudgedRollout> judged() {
    return rollouts.stream().map(GivenRollout::judged).toList();
  }

  /** That each rollout could be learned from; 0 where it is not known. */
  int[] tokens() {
    return rollouts.stream()
        .mapToInt(one -> one.learnedTokens() == null ? 0 : one.learnedTokens())
        .toArray();
  }

  boolean[] truncated() {
    boolean[] truncated = new boolean[rollouts.size()];
    for (int i = 0; i < truncated.length; i++) {
      truncated[i] = rollouts.get(i).truncated() == GivenRollout.Truncated.YES;
    }
    return truncated;
  }

  /** Whether every rollout has a verdict. */
  boolean isJudged() {
    return rollouts.stream().allMatch(rollout -> rollout.answered() != null);
  }

  /** Of verdicts; a rollout without one counts as wrong. */
  Tally tally() {
    return new Tally(
        rollouts.size(),
        (int) rollouts.stream().filter(rollout -> rollout.answered() == Answered.RIGHT).count());
  }
}

package org.galton.reinforce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reward.filter.DynamicSampling;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Partition;

/** Draws the rollouts of a step, round by round where a filter wants full batches. */
final class StepDrawing {
  private final ReinforceSpec spec;
  private final Curriculum curriculum;
  private final PolicyRollouts rollouts;
  private final Optional<SearchedRollouts> searched;
  private final PolicyVersions versions;

  /**
   * @param searched draws in place of {@code rollouts} where the spec searches
   */
  StepDrawing(
      ReinforceSpec spec,
      Curriculum curriculum,
      PolicyRollouts rollouts,
      Optional<SearchedRollouts> searched,
      PolicyVersions versions) {
    this.spec = spec;
    this.curriculum = curriculum;
    this.rollouts = rollouts;
    this.searched = searched;
    this.versions = versions;
  }

  /** The prompts of a step in the order in which they were drawn. */
  List<JudgedGroup> draw(PolicyVersion version, StepReward reward, PhaseClock clock) {
    GroupSelection selection = new GroupSelection(spec.objective(), reward);
    List<DrawnGroup> drawn = new ArrayList<>();
    List<JudgedGroup> groups = new ArrayList<>();
    Set<String> used = new HashSet<>();
    int next = spec.promptsPerStep();
    for (int round = 1; next > 0; round++) {
      List<AskedPrompt> asked = curriculum.next(next, spec.numbersPerPrompt(), used);
      asked.forEach(one -> used.add(one.prompt().id()));
      drawn.addAll(drawn(version, asked, clock));
      // A reward may compare prompts with each other: all rounds are one batch.
      groups = new ArrayList<>(selection.of(drawn));
      next = asked.isEmpty() ? 0 : missing(groups, round);
    }
    if (groups.isEmpty()) {
      throw new InvalidInput(
          "Cannot go on training: all %d prompts are retired; leave a filter out, or begin another training with more prompts"
              .formatted(curriculum.retired()));
    }
    dropSurplus(groups);
    return groups;
  }

  private int missing(List<JudgedGroup> groups, int round) {
    Optional<DynamicSampling> refill = spec.objective().filters().refill();
    int kept = (int) groups.stream().filter(JudgedGroup::isKept).count();
    return refill
        .map(dynamic -> dynamic.next(spec.promptsPerStep(), kept, groups.size(), round))
        .orElse(0);
  }

  private void dropSurplus(List<JudgedGroup> groups) {
    int room = spec.promptsPerStep();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).isKept() && room-- <= 0) {
        groups.set(i, groups.get(i).with(PromptUse.SURPLUS));
      }
    }
  }

  private List<DrawnGroup> drawn(PolicyVersion version, List<AskedPrompt> asked, PhaseClock clock) {
    List<DrawnGroup> groups = new ArrayList<>();
    for (int task = 0; task < spec.tasks().size(); task++) {
      int number = task;
      List<AskedPrompt> ofTask = asked.stream().filter(one -> one.task() == number).toList();
      if (!ofTask.isEmpty()) {
        groups.addAll(drawn(version, task, ofTask, clock));
      }
    }
    return groups;
  }

  private List<DrawnGroup> drawn(
      PolicyVersion version, int task, List<AskedPrompt> asked, PhaseClock clock) {
    Partition plain = versions.partition(version, task);
    return searched
        .map(
            some ->
                some.draw(
                    new SearchedRollouts.Places(
                        spec.tasks().get(task).task(),
                        plain,
                        versions.searched(version, task, some.plan().tree())),
                    asked,
                    clock))
        .orElseGet(() -> rollouts.draw(plain, asked, clock));
  }
}

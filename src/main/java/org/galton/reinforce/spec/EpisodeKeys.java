package org.galton.reinforce.spec;

import java.util.List;
import java.util.Optional;
import org.galton.reward.signal.EpisodeReward;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.ShapedReward;
import org.galton.reward.signal.ToolReward;
import org.galton.spec.Section;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.TaskSpec;
import org.galton.task.Environment;
import org.galton.task.Task;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.team.TeamTask;

/** What goes together with tasks whose rollouts are episodes; parts that are wrong are null. */
final class EpisodeKeys {
  private EpisodeKeys() {}

  /** Most completions of a rollout. */
  static int mostTurns(List<TaskSpec> tasks) {
    return tasks.stream()
        .filter(task -> task != null && task.task() instanceof Environment)
        .mapToInt(task -> ((Environment) task.task()).mostTurns())
        .max()
        .orElse(1);
  }

  /** What a training has beside its tasks. */
  record Beside(
      Optional<InterruptionPlan> interruption,
      Optional<SearchPlan> search,
      ObjectivePlan objective,
      Placement placement,
      List<KeptDetail> keep) {}

  static void check(Section section, List<TaskSpec> tasks, Beside beside) {
    List<TaskSpec> known =
        tasks.stream().filter(task -> task != null && task.task() != null).toList();
    List<String> others =
        known.stream()
            .map(TaskSpec::task)
            .filter(task -> !isPlayed(task))
            .map(task -> task.name())
            .toList();
    if (beside.objective() != null && beside.objective().reward() != null && !others.isEmpty()) {
      checkReward(section, beside.objective().reward().reward(), others.get(0));
    }
    if (others.size() == known.size()) {
      return;
    }
    if (beside.interruption() != null && beside.interruption().isPresent()) {
      refuse(section, "interruption", "the text would stand in every turn");
    }
    if (beside.search() != null && beside.search().isPresent()) {
      refuse(section, "search", "a tree is of one completion");
    }
    if (beside.placement() != null && beside.placement().drawing() instanceof WorkPlace.Executors) {
      refuse(section, "drawing", "episodes are played by the driver, turn by turn");
    }
    if (beside.keep() != null && beside.keep().contains(KeptDetail.TOKENS)) {
      refuse(section, "keep", "training_tokens has a row for one completion");
    }
    if (beside.objective() != null && beside.objective().filters().degenerate().isPresent()) {
      refuse(section, "filters", "'degenerate' looks at one completion");
    }
  }

  /** Whether rollouts of a task can be learned from turn by turn. */
  static boolean isPlayed(Task task) {
    return task instanceof EnvironmentTask || task instanceof TeamTask;
  }

  private static void checkReward(Section section, Reward reward, String task) {
    Reward own = reward instanceof ShapedReward shaped ? shaped.reward() : reward;
    if (own instanceof EpisodeReward || own instanceof ToolReward) {
      section.problem(
          "reward",
          "'reward' is '%s', and task %s is no environment: expected tasks of kind environment or team, or another reward"
              .formatted(own.name(), task));
    }
  }

  private static void refuse(Section section, String key, String why) {
    section.problem(
        key,
        "'%s' and a task of kind environment or team do not go together: %s; expected one of the two"
            .formatted(key, why));
  }
}

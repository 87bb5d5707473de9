package org.galton.reinforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.job.score.FileScores;
import org.galton.reinforce.learned.LearnedScorer;
import org.galton.reinforce.signal.RewardJudges;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reinforce.signal.StepSignals;
import org.galton.spec.InvalidInput;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** The judges of tasks and of their reward, open as long as the training lasts. */
final class TaskJudges implements AutoCloseable {
  private final List<Task> tasks;
  private final List<Verifier> verifiers = new ArrayList<>();
  private final RewardJudges rewarding;

  /**
   * @param learned reward model, where the reward has one
   * @throws InvalidInput when a judge cannot work here
   */
  TaskJudges(List<TaskSpec> tasks, RewardPlan reward, Optional<LearnedScorer> learned) {
    this.rewarding = new RewardJudges(reward, learned);
    this.tasks = tasks.stream().map(TaskSpec::task).toList();
    try {
      this.tasks.forEach(task -> verifiers.add(task.verifier()));
      verifiers.forEach(Verifier::tryOut);
    } catch (JudgeBroken e) {
      close();
      throw new InvalidInput(e.getMessage() + "; nothing was drawn", e);
    }
  }

  /**
   * @throws InvalidInput when a judge of the reward could not judge a prompt
   */
  void requireUsable(int task, List<Prompt> trained) {
    rewarding.requireUsable(tasks.get(task), trained);
  }

  /** What a step's rollouts are rewarded by, for every rollout that was drawn. */
  StepSignals signals(
      int task, Partition partition, Map<String, Prompt> prompts, List<RolloutRow> rollouts) {
    StepSignals.Named own = own(task, partition, prompts, rollouts);
    return rewarding.of(
        new RewardJudges.Judged(tasks.get(task), partition, prompts, rollouts, own));
  }

  /** The verdicts of a task's own judge, by which policies are measured. */
  StepSignals verdicts(
      int task, Partition partition, Map<String, Prompt> prompts, List<RolloutRow> rollouts) {
    return StepSignals.of(own(task, partition, prompts, rollouts));
  }

  private StepSignals.Named own(
      int task, Partition partition, Map<String, Prompt> prompts, List<RolloutRow> rollouts) {
    FileScores judged = new FileScores(partition, tasks.get(task), prompts, verifiers.get(task));
    for (RolloutRow row : rollouts) {
      if (!RolloutStatus.FAILED.is(row.status())) {
        judged.add(
            new FileScores.Rollout(
                row.promptId(), row.rolloutIndex(), row.status(), row.completion()));
      }
    }
    return new StepSignals.Named(tasks.get(task).scorer(), judged.finish());
  }

  @Override
  public void close() {
    verifiers.forEach(Verifier::close);
    rewarding.close();
  }
}

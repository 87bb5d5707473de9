package org.galton.reinforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.job.score.FileScores;
import org.galton.spec.InvalidInput;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.store.Partition;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** The verifiers of the tasks, open as long as the training lasts. */
final class TaskJudges implements AutoCloseable {
  private final List<Task> tasks;
  private final List<Verifier> verifiers = new ArrayList<>();

  /**
   * @throws InvalidInput when a judge cannot work here
   */
  TaskJudges(List<TaskSpec> tasks) {
    this.tasks = tasks.stream().map(TaskSpec::task).toList();
    try {
      this.tasks.forEach(task -> verifiers.add(task.verifier()));
      verifiers.forEach(Verifier::tryOut);
    } catch (JudgeBroken e) {
      close();
      throw new InvalidInput(e.getMessage() + "; nothing was drawn", e);
    }
  }

  String scorer(int task) {
    return tasks.get(task).scorer();
  }

  /** A verdict on every rollout that was drawn. */
  List<ScoreRow> scores(
      int task, Partition partition, Map<String, Prompt> prompts, List<RolloutRow> rollouts) {
    FileScores judged = new FileScores(partition, tasks.get(task), prompts, verifiers.get(task));
    for (RolloutRow row : rollouts) {
      if (!RolloutStatus.FAILED.is(row.status())) {
        judged.add(
            new FileScores.Rollout(
                row.promptId(), row.rolloutIndex(), row.status(), row.completion()));
      }
    }
    return judged.finish();
  }

  @Override
  public void close() {
    verifiers.forEach(Verifier::close);
  }
}

package org.galton.job.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** Judges files of rollouts, and writes a file of scores for each, under the same name. */
final class ScoreTask implements FlatMapFunction<Iterator<ScoreTask.Unscored>, ScoreTask.Judged> {
  private static final long serialVersionUID = 1L;

  /**
   * A file to judge.
   *
   * @param task number of the task whose verifier judges it
   */
  record Unscored(int task, Partition partition, StoredFile rollouts) implements Serializable {}

  /** A task with every prompt that was ever asked of it here, by id. */
  record Judge(Task task, Map<String, Prompt> prompts) implements Serializable {}

  /**
   * What became of some files.
   *
   * @param rollouts that were judged
   * @param broken says why the others were not: no further attempt would change that; null where
   *     there are no others
   */
  record Judged(int rollouts, String broken) implements Serializable {}

  /** The columns that a verifier needs. */
  private record Rollout(String promptId, int rolloutIndex, String status, String completion) {}

  private final Broadcast<List<Judge>> judges;
  private final String root;
  private final SerializableConfiguration configuration;
  private final Fence fence;

  ScoreTask(
      Broadcast<List<Judge>> judges,
      String root,
      SerializableConfiguration configuration,
      Fence fence) {
    this.judges = judges;
    this.root = root;
    this.configuration = configuration;
    this.fence = fence;
  }

  @Override
  public Iterator<Judged> call(Iterator<Unscored> files) {
    OutputFolder output = new OutputFolder(root, configuration.value());
    int rollouts = 0;
    try {
      while (files.hasNext()) {
        rollouts += score(output, files.next());
      }
      return List.of(new Judged(rollouts, null)).iterator();
    } catch (JudgeBroken e) {
      return List.of(new Judged(rollouts, e.getMessage())).iterator();
    }
  }

  private int score(OutputFolder output, Unscored file) {
    Judge judge = judges.value().get(file.task());
    List<ScoreRow> scores = new ArrayList<>();
    try (Verifier verifier = judge.task().verifier()) {
      output
          .file(file.rollouts())
          .forEach(
              Table.ROLLOUTS.part(Rollout.class),
              rollout -> scores.add(score(judge, verifier, file.partition(), rollout)));
    }
    output
        .scoresOf(file.rollouts(), file.partition(), judge.task().scorer())
        .publish(Table.SCORES, scores, () -> fence.check(output));
    return scores.size();
  }

  private static ScoreRow score(
      Judge judge, Verifier verifier, Partition partition, Rollout rollout) {
    Prompt prompt = judge.prompts().get(rollout.promptId());
    if (prompt == null) {
      return unscored(judge, partition, rollout, "its prompt is not in table prompts");
    }
    if (RolloutStatus.TRUNCATED.is(rollout.status())) {
      // Whatever it holds is no final answer: it counts as wrong and does not vote.
      return scored(judge, partition, rollout, new Verdict("", false, false, 0));
    }
    try {
      return scored(judge, partition, rollout, verifier.verify(prompt, rollout.completion()));
    } catch (JudgeBroken e) {
      throw e;
    } catch (RuntimeException e) {
      return unscored(judge, partition, rollout, e.toString());
    }
  }

  private static ScoreRow scored(
      Judge judge, Partition partition, Rollout rollout, Verdict verdict) {
    boolean answered = !verdict.answer().isEmpty();
    return new ScoreRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        judge.task().scorer(),
        rollout.promptId(),
        rollout.rolloutIndex(),
        (answered ? ScoreStatus.SCORED : ScoreStatus.UNPARSED).text(),
        answered ? verdict.answer() : null,
        verdict.correct(),
        verdict.abstained(),
        verdict.reward(),
        null);
  }

  private static ScoreRow unscored(
      Judge judge, Partition partition, Rollout rollout, String reason) {
    return new ScoreRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        judge.task().scorer(),
        rollout.promptId(),
        rollout.rolloutIndex(),
        ScoreStatus.UNSCORED.text(),
        null,
        null,
        null,
        null,
        reason);
  }
}

package org.galton.job.score;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.task.LearningVerifier;
import org.galton.task.Prompt;
import org.galton.task.Scorer;
import org.galton.task.Task;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** Judges files of rollouts, and writes a file of scores for each, under the same name. */
final class ScoreTask implements FlatMapFunction<Iterator<ScoreTask.Unscored>, ScoreTask.Judged> {
  private static final long serialVersionUID = 1L;

  /**
   * Whose verdicts are wanted.
   *
   * @param task its number among all tasks
   * @param scorer its number among the task's {@link Task#scorers}
   */
  record Verdicts(int task, int scorer) implements Serializable {}

  /** A file to judge. */
  record Unscored(Verdicts by, Partition partition, StoredFile rollouts) implements Serializable {}

  /** A task with every prompt that was ever asked of it here, by id. */
  record Asked(Task task, Map<String, Prompt> prompts) implements Serializable {}

  /**
   * What became of some files.
   *
   * @param verdicts that were given
   * @param broken says why the others were not: no further attempt would change that; null where
   *     there are no others
   */
  record Judged(int verdicts, String broken) implements Serializable {}

  private final Broadcast<List<Asked>> asked;
  private final String root;
  private final Broadcast<SerializableConfiguration> configuration;
  private final Fence fence;

  ScoreTask(
      Broadcast<List<Asked>> asked,
      String root,
      Broadcast<SerializableConfiguration> configuration,
      Fence fence) {
    this.asked = asked;
    this.root = root;
    this.configuration = configuration;
    this.fence = fence;
  }

  @Override
  public Iterator<Judged> call(Iterator<Unscored> files) {
    OutputFolder output = new OutputFolder(root, configuration.value().value());
    Map<Verdicts, StoredVerdicts> stored = new HashMap<>();
    int verdicts = 0;
    try {
      while (files.hasNext()) {
        Unscored file = files.next();
        verdicts +=
            score(output, file, stored.computeIfAbsent(file.by(), by -> stored(output, by)));
      }
      return List.of(new Judged(verdicts, null)).iterator();
    } catch (JudgeBroken e) {
      return List.of(new Judged(verdicts, e.getMessage())).iterator();
    }
  }

  private StoredVerdicts stored(OutputFolder output, Verdicts by) {
    Task task = asked.value().get(by.task()).task();
    return new StoredVerdicts(output, task.name(), task.scorers().get(by.scorer()).scorer());
  }

  private int score(OutputFolder output, Unscored file, StoredVerdicts stored) {
    Asked task = asked.value().get(file.by().task());
    Scorer scorer = task.task().scorers().get(file.by().scorer());
    List<ScoreRow> scores;
    try (Verifier verifier = scorer.verifier()) {
      if (verifier instanceof LearningVerifier learning) {
        Map<String, Prompt> prompts = new HashMap<>(task.prompts());
        prompts.keySet().retainAll(prompts(output, file.rollouts()));
        stored.teach(learning, prompts);
      }
      FileScores judged = new FileScores(file.partition(), scorer, task.prompts(), verifier);
      output
          .file(file.rollouts())
          .forEach(Table.ROLLOUTS.part(FileScores.Rollout.class), judged::add);
      scores = judged.finish();
    }
    output
        .scoresOf(file.rollouts(), file.partition(), scorer.scorer())
        .publish(Table.SCORES, scores, () -> fence.check(output));
    return scores.size();
  }

  /** Ids of the prompts of a file of rollouts. */
  static Set<String> prompts(OutputFolder output, StoredFile rollouts) {
    Set<String> ids = new HashSet<>();
    output
        .file(rollouts)
        .forEach(Table.ROLLOUTS.part(PromptOf.class), row -> ids.add(row.promptId()));
    return ids;
  }

  private record PromptOf(String promptId) {}
}

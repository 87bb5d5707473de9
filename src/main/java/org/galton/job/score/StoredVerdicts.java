package org.galton.job.score;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.galton.job.draw.CellFiles;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.task.Answered;
import org.galton.task.LearningVerifier;
import org.galton.task.Prompt;
import org.galton.task.Verdict;

/**
 * Verdicts that a scorer gave on a task's rollouts of any model and sampling. A table of scores
 * does not hold what was judged; the rollouts beside it do.
 */
final class StoredVerdicts {
  /** The columns that a verdict is made of. */
  private record Scored(
      String promptId,
      int rolloutIndex,
      String status,
      String answer,
      Boolean correct,
      Boolean abstained,
      Double reward,
      String foundBy,
      String detail) {

    Verdict verdict() {
      return new Verdict(
          Objects.requireNonNullElse(answer, ""),
          correct,
          abstained,
          reward,
          Objects.requireNonNullElse(foundBy, ""),
          Objects.requireNonNullElse(detail, ""));
    }
  }

  private record PromptOf(String promptId) {}

  private record Key(String promptId, int rolloutIndex) {}

  private final OutputFolder output;
  private final String task;
  private final String scorer;
  private final Map<String, Set<String>> prompts = new HashMap<>();

  StoredVerdicts(OutputFolder output, String task, String scorer) {
    this.output = output;
    this.task = task;
    this.scorer = scorer;
  }

  /**
   * Lets a verifier learn all that are stored at this moment.
   *
   * @param asked prompts of the completions that it is about to judge, by id
   */
  void teach(LearningVerifier verifier, Map<String, Prompt> asked) {
    output.generations().stream()
        .filter(generation -> generation.isOf(task))
        .map(generation -> of(generation.rollouts(), generation.scoresBy(scorer)))
        .flatMap(files -> files.judged().stream())
        .filter(file -> !Collections.disjoint(promptsOf(file), asked.keySet()))
        .forEach(file -> teach(verifier, asked, file));
  }

  private CellFiles of(Path rollouts, Path scores) {
    return CellFiles.of(output, rollouts, scores);
  }

  private void teach(LearningVerifier verifier, Map<String, Prompt> asked, CellFiles.Judged file) {
    Map<Key, Verdict> verdicts = new HashMap<>();
    output
        .file(file.scores())
        .forEach(
            Table.SCORES.part(Scored.class),
            row -> {
              if (asked.containsKey(row.promptId()) && !ScoreStatus.UNSCORED.is(row.status())) {
                verdicts.put(new Key(row.promptId(), row.rolloutIndex()), row.verdict());
              }
            });
    output
        .file(file.rollouts())
        .forEach(
            Table.ROLLOUTS.part(FileScores.Rollout.class),
            row -> {
              Verdict verdict = verdicts.get(new Key(row.promptId(), row.rolloutIndex()));
              // One that was cut at the token limit is wrong whatever it says: nobody judged it.
              if (verdict != null && RolloutStatus.COMPLETE.is(row.status())) {
                verifier.learn(new Answered(asked.get(row.promptId()), row.completion()), verdict);
              }
            });
  }

  private Set<String> promptsOf(CellFiles.Judged file) {
    return prompts.computeIfAbsent(
        file.scores().path(),
        path -> {
          Set<String> found = new HashSet<>();
          output
              .file(file.scores())
              .forEach(Table.SCORES.part(PromptOf.class), row -> found.add(row.promptId()));
          return Set.copyOf(found);
        });
  }
}

package org.galton.job.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;
import org.galton.table.store.Partition;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** The rows of a scorer's verdicts on a file of rollouts, one after another. */
final class FileScores {
  /** The columns that a verifier needs. */
  record Rollout(String promptId, int rolloutIndex, String status, String completion) {}

  private final Partition partition;
  private final String scorer;
  private final Map<String, Prompt> prompts;
  private final List<ScoreRow> rows = new ArrayList<>();

  FileScores(Partition partition, String scorer, Map<String, Prompt> prompts) {
    this.partition = partition;
    this.scorer = scorer;
    this.prompts = prompts;
  }

  List<ScoreRow> rows() {
    return rows;
  }

  /**
   * @throws JudgeBroken when no further verdict is to be expected
   */
  void add(Verifier verifier, Rollout rollout) {
    rows.add(row(verifier, rollout));
  }

  private ScoreRow row(Verifier verifier, Rollout rollout) {
    Prompt prompt = prompts.get(rollout.promptId());
    if (prompt == null) {
      return unscored(rollout, "its prompt is not in table prompts");
    }
    if (RolloutStatus.TRUNCATED.is(rollout.status())) {
      // Whatever it holds is no final answer: it counts as wrong and does not vote.
      return scored(rollout, new Verdict("", false, false, 0));
    }
    try {
      return scored(rollout, verifier.verify(prompt, rollout.completion()));
    } catch (JudgeBroken e) {
      throw e;
    } catch (RuntimeException e) {
      return unscored(rollout, e.toString());
    }
  }

  private ScoreRow scored(Rollout rollout, Verdict verdict) {
    boolean answered = !verdict.answer().isEmpty();
    return new ScoreRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        scorer,
        rollout.promptId(),
        rollout.rolloutIndex(),
        (answered ? ScoreStatus.SCORED : ScoreStatus.UNPARSED).text(),
        answered ? verdict.answer() : null,
        verdict.correct(),
        verdict.abstained(),
        verdict.reward(),
        null,
        orNull(verdict.foundBy()),
        orNull(verdict.detail()));
  }

  private ScoreRow unscored(Rollout rollout, String reason) {
    return new ScoreRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        scorer,
        rollout.promptId(),
        rollout.rolloutIndex(),
        ScoreStatus.UNSCORED.text(),
        null,
        null,
        null,
        null,
        reason,
        null,
        null);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

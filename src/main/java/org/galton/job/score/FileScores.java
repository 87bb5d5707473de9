package org.galton.job.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;
import org.galton.table.store.Partition;
import org.galton.task.Answered;
import org.galton.task.BatchVerifier;
import org.galton.task.Judgement;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** The rows of a scorer's verdicts on a file of rollouts, in their order. */
public final class FileScores {
  private static final int BATCH = 1024;

  /** The columns that a verifier needs. */
  public record Rollout(String promptId, int rolloutIndex, String status, String completion) {}

  private final Partition partition;
  private final String scorer;
  private final Map<String, Prompt> prompts;
  private final Verifier verifier;
  private final List<ScoreRow> rows = new ArrayList<>();
  private final List<Rollout> waiting = new ArrayList<>();

  public FileScores(
      Partition partition, String scorer, Map<String, Prompt> prompts, Verifier verifier) {
    this.partition = partition;
    this.scorer = scorer;
    this.prompts = prompts;
    this.verifier = verifier;
  }

  /**
   * @throws JudgeBroken when no further verdict is to be expected
   */
  public void add(Rollout rollout) {
    Prompt prompt = prompts.get(rollout.promptId());
    if (verifier instanceof BatchVerifier && prompt != null && !isTruncated(rollout)) {
      waiting.add(rollout);
      if (waiting.size() == BATCH) {
        judgeWaiting();
      }
    } else {
      rows.add(row(rollout, judgement(prompt, rollout)));
    }
  }

  /** All rows; nothing is added after this. */
  public List<ScoreRow> finish() {
    judgeWaiting();
    return rows;
  }

  private Judgement judgement(Prompt prompt, Rollout rollout) {
    if (prompt == null) {
      return new Judgement.Missing("its prompt is not in table prompts");
    }
    if (isTruncated(rollout)) {
      // Whatever it holds is no final answer: it counts as wrong and does not vote.
      return new Judgement.Given(new Verdict("", false, false, 0), 0);
    }
    try {
      return new Judgement.Given(verifier.verify(prompt, rollout.completion()), 0);
    } catch (JudgeBroken e) {
      throw e;
    } catch (RuntimeException e) {
      return new Judgement.Missing(e.toString());
    }
  }

  private void judgeWaiting() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Judgement> judgements =
        ((BatchVerifier) verifier)
            .verify(
                waiting.stream()
                    .map(one -> new Answered(prompts.get(one.promptId()), one.completion()))
                    .toList());
    for (int i = 0; i < waiting.size(); i++) {
      rows.add(row(waiting.get(i), judgements.get(i)));
    }
    waiting.clear();
  }

  private static boolean isTruncated(Rollout rollout) {
    return RolloutStatus.TRUNCATED.is(rollout.status());
  }

  private ScoreRow row(Rollout rollout, Judgement judgement) {
    return judgement instanceof Judgement.Given given
        ? scored(rollout, given)
        : unscored(rollout, ((Judgement.Missing) judgement).reason());
  }

  private ScoreRow scored(Rollout rollout, Judgement.Given given) {
    Verdict verdict = given.verdict();
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
        orNull(verdict.detail()),
        given.tokens() == 0 ? null : (Integer) given.tokens());
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
        null,
        null);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

package org.galton.job.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;
import org.galton.table.store.Partition;
import org.galton.task.Answered;
import org.galton.task.BatchVerifier;
import org.galton.task.Judge;
import org.galton.task.Judgement;
import org.galton.task.Prompt;
import org.galton.task.Scorer;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeBroken;

/** The rows of a scorer's verdicts on a file of rollouts, in their order. */
public final class FileScores {
  private static final int BATCH = 1024;

  /** The columns that a verifier needs. */
  public record Rollout(String promptId, int rolloutIndex, String status, String completion) {}

  private final Partition partition;
  private final Scorer scorer;
  private final Map<String, Prompt> prompts;
  private final Verifier verifier;
  private final Map<String, Boolean> judgeable = new HashMap<>();
  private final List<ScoreRow> rows = new ArrayList<>();

  /** By their place in the rows, which follow the rollouts. */
  private final Map<Integer, Rollout> waiting = new LinkedHashMap<>();

  public FileScores(
      Partition partition, Scorer scorer, Map<String, Prompt> prompts, Verifier verifier) {
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
    if (verifier instanceof BatchVerifier && isJudgeable(prompt) && !isTruncated(rollout)) {
      waiting.put(rows.size(), rollout);
      rows.add(null);
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
    if (!isJudgeable(prompt)) {
      return new Judgement.Missing("its reference is none that the judge can use");
    }
    if (isTruncated(rollout)) {
      return Judgement.Given.free(truncated(prompt, rollout));
    }
    try {
      return verifier.judge(prompt, rollout.completion());
    } catch (JudgeBroken e) {
      throw e;
    } catch (RuntimeException e) {
      return new Judgement.Missing(e.toString());
    }
  }

  private Verdict truncated(Prompt prompt, Rollout rollout) {
    if (!verifier.readsTruncated()) {
      return TruncatedVerdict.unread();
    }
    try {
      return TruncatedVerdict.of(verifier.verify(prompt, rollout.completion()));
    } catch (RuntimeException e) {
      // A note is missing then, and no verdict.
      return TruncatedVerdict.unread();
    }
  }

  /** Rollouts of another import may lie beside, whose references nobody asked about. */
  private boolean isJudgeable(Prompt prompt) {
    return prompt != null
        && judgeable.computeIfAbsent(
            prompt.id(),
            id ->
                !(scorer instanceof Judge && prompt.reference().isBlank())
                    && scorer.accepts(prompt));
  }

  private void judgeWaiting() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Judgement> judgements =
        ((BatchVerifier) verifier)
            .verify(
                waiting.values().stream()
                    .map(one -> new Answered(prompts.get(one.promptId()), one.completion()))
                    .toList());
    Iterator<Judgement> judged = judgements.iterator();
    waiting.forEach((place, rollout) -> rows.set(place, row(rollout, judged.next())));
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
        scorer.scorer(),
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
        given.cost().tokens() == 0 ? null : (Integer) given.cost().tokens(),
        given.cost().seconds() == 0 ? null : (Double) given.cost().seconds(),
        given.cost().peakMib() == 0 ? null : (Long) given.cost().peakMib());
  }

  private ScoreRow unscored(Rollout rollout, String reason) {
    return new ScoreRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        scorer.scorer(),
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
        null,
        null,
        null);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

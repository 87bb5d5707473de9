package org.galton.study.judges;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.job.score.TruncatedVerdict;
import org.galton.statistics.Estimate;
import org.galton.statistics.Tally;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.rate.PassAtK;
import org.galton.study.judges.row.JudgedCell;
import org.galton.study.judges.row.VerdictCountRow;
import org.galton.table.ScoreStatus;
import org.galton.task.judge.answer.AnswerPlace;
import org.galton.task.judge.code.CodeJudge;

/** The verdicts of one scorer on a cell, counted one after another. */
final class VerdictCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where an answer stands that nothing marks as the answer. */
  private static final Set<String> WEAK =
      Arrays.stream(AnswerPlace.values())
          .filter(place -> !place.isCommitment())
          .map(AnswerPlace::shown)
          .collect(Collectors.toSet());

  private final Map<String, long[]> byPrompt = new HashMap<>();
  private long wrong;
  private long truncated;
  private long abstained;
  private long unparsed;
  private long unscored;
  private long weak;
  private long judgeTokens;
  private double judgeSeconds;
  private long judgePeakMib;
  private long flaky;

  void add(GivenVerdict verdict) {
    judgeTokens += verdict.judgeTokens() == null ? 0 : verdict.judgeTokens();
    judgeSeconds += verdict.judgeSeconds() == null ? 0 : verdict.judgeSeconds();
    judgePeakMib =
        Math.max(judgePeakMib, verdict.judgePeakMib() == null ? 0 : verdict.judgePeakMib());
    flaky += verdict.detail() != null && verdict.detail().startsWith(CodeJudge.FLAKY) ? 1 : 0;
    if (!verdict.isGiven()) {
      unscored++;
      return;
    }
    long[] prompt = byPrompt.computeIfAbsent(verdict.promptId(), id -> new long[2]);
    prompt[0]++;
    if (verdict.correct()) {
      prompt[1]++;
    } else if (TruncatedVerdict.FOUND_BY.equals(verdict.foundBy())) {
      truncated++;
    } else if (verdict.abstained()) {
      abstained++;
    } else if (ScoreStatus.UNPARSED.is(verdict.status())) {
      unparsed++;
    } else {
      wrong++;
    }
    if (verdict.answer() != null && verdict.foundBy() != null && WEAK.contains(verdict.foundBy())) {
      weak++;
    }
  }

  VerdictCounts plus(VerdictCounts other) {
    other.byPrompt.forEach(
        (prompt, counts) ->
            byPrompt.merge(prompt, counts, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]}));
    wrong += other.wrong;
    truncated += other.truncated;
    abstained += other.abstained;
    unparsed += other.unparsed;
    unscored += other.unscored;
    weak += other.weak;
    judgeTokens += other.judgeTokens;
    judgeSeconds += other.judgeSeconds;
    judgePeakMib = Math.max(judgePeakMib, other.judgePeakMib);
    flaky += other.flaky;
    return this;
  }

  VerdictCountRow row(String runId, JudgedCell cell, String scorer) {
    long given = byPrompt.values().stream().mapToLong(prompt -> prompt[0]).sum();
    long correct = byPrompt.values().stream().mapToLong(prompt -> prompt[1]).sum();
    return new VerdictCountRow(
        runId,
        cell,
        scorer,
        given + unscored,
        correct,
        wrong,
        truncated,
        abstained,
        unparsed,
        unscored,
        weak,
        judgeTokens,
        judgeSeconds,
        judgePeakMib == 0 ? null : (Long) judgePeakMib,
        flaky);
  }

  /** pass@1 over all verdicts. */
  Estimate rate() {
    return PromptMean.withDefaults()
        .of(
            byPrompt.values().stream()
                .map(prompt -> new Tally((int) prompt[0], (int) prompt[1]))
                .toList(),
            new PassAtK(1));
  }
}

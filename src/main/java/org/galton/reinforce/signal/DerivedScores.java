package org.galton.reinforce.signal;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.galton.numerics.SplitMix64;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;
import org.galton.table.store.Fingerprint;

/** Rows of scorers that look at the verdicts of another, not at completions. */
final class DerivedScores {
  private DerivedScores() {}

  /** Right answers stay right where they are of the form. */
  static ScoreRow formed(ScoreRow row, Pattern form, String scorer) {
    if (!RolloutSignals.isGiven(row) || !Boolean.TRUE.equals(row.correct())) {
      return row(row, scorer, row.correct(), row.reward(), row.detail());
    }
    boolean fits = form.matches(row.answer());
    return row(
        row,
        scorer,
        fits,
        fits ? row.reward() : Double.valueOf(0),
        fits ? row.detail() : "right, but not of the form");
  }

  /** What {@link RewardModel.Noisy} says of a rollout whose verdict is known. */
  static ScoreRow noisy(ScoreRow truth, RewardModel.Noisy model, String scorer) {
    if (!RolloutSignals.isGiven(truth)) {
      return row(truth, scorer, null, null, null);
    }
    long seed =
        Fingerprint.of(
                List.of(
                    "noisy reward model",
                    truth.generation(),
                    truth.task(),
                    truth.promptId(),
                    Integer.toString(truth.rolloutIndex())))
            .bits();
    boolean errs = uniform(seed, 0) < model.error();
    boolean says = Boolean.TRUE.equals(truth.correct()) != errs;
    double score = (says ? RewardModel.THRESHOLD : 0) + RewardModel.THRESHOLD * uniform(seed, 1);
    return row(
        truth,
        scorer,
        says,
        score,
        String.format(Locale.ROOT, "score %.4f%s", score, errs ? ", in error" : ""));
  }

  /**
   * A row beside that of the task's own judge, whose answer it repeats.
   *
   * @param score of a learned reward model; nothing where there is none
   */
  static ScoreRow learned(ScoreRow own, OptionalDouble score, String scorer) {
    if (!RolloutSignals.isGiven(own)) {
      return row(own, scorer, null, null, null);
    }
    if (score.isEmpty()) {
      return unscored(own, scorer, "its log-probabilities are not known");
    }
    return row(
        own,
        scorer,
        score.getAsDouble() >= RewardModel.THRESHOLD,
        score.getAsDouble(),
        String.format(Locale.ROOT, "score %.4f", score.getAsDouble()));
  }

  /** In [0, 1). */
  private static double uniform(long seed, long index) {
    return SplitMix64.unit(SplitMix64.at(seed, index));
  }

  private static ScoreRow unscored(ScoreRow from, String scorer, String error) {
    return new ScoreRow(
        from.model(),
        from.task(),
        from.generation(),
        scorer,
        from.promptId(),
        from.rolloutIndex(),
        ScoreStatus.UNSCORED.text(),
        null,
        null,
        null,
        null,
        error,
        null,
        null,
        null,
        null,
        null);
  }

  private static ScoreRow row(
      ScoreRow from, String scorer, Boolean correct, Double reward, String detail) {
    return new ScoreRow(
        from.model(),
        from.task(),
        from.generation(),
        scorer,
        from.promptId(),
        from.rolloutIndex(),
        from.status(),
        from.answer(),
        correct,
        from.abstained(),
        reward,
        from.error(),
        from.foundBy(),
        detail,
        null,
        null,
        null);
  }
}

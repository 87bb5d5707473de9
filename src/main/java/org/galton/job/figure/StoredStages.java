package org.galton.job.figure;

import static org.galton.numerics.Optionals.orNull;

import java.util.Optional;
import org.galton.statistics.Tally;
import org.galton.statistics.stage.StagedPassAtK;
import org.galton.statistics.stage.StagedTally;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.SecondStage;

/** Two stages of a prompt as columns of {@code prompt_statistics}. */
public final class StoredStages {
  private StoredStages() {}

  /**
   * @param without rollouts of the second stage that could not be drawn or have no verdict
   */
  public static SecondStage columns(StagedTally prompt, int without) {
    return new SecondStage(
        prompt.later().rollouts(),
        prompt.later().correct(),
        without,
        prompt.weightRight(),
        prompt.weightWrong(),
        orNull(new StagedPassAtK(1).value(prompt)));
  }

  /** Empty where every prompt has as many rollouts. */
  public static Optional<StagedTally> of(PromptStatisticsRow row) {
    SecondStage second = row.second();
    return second.exists()
        ? Optional.of(
            new StagedTally(
                new Tally(row.n(), row.correct()),
                new Tally(second.secondN(), second.secondCorrect()),
                second.weightRight(),
                second.weightWrong()))
        : Optional.empty();
  }
}

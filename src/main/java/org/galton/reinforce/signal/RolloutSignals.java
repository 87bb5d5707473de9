package org.galton.reinforce.signal;

import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;

/**
 * What was said of a rollout; all absent where nothing was drawn.
 *
 * @param own by the task's own judge
 * @param verdict by the verifier that the training goes by
 * @param model by the reward model, where there is one
 */
public record RolloutSignals(
    Optional<ScoreRow> own, Optional<ScoreRow> verdict, Optional<ScoreRow> model) {

  /** Whether there is all that a reward needs. */
  public boolean isComplete() {
    return verdict.filter(RolloutSignals::isGiven).isPresent()
        && model.map(RolloutSignals::isGiven).orElse(true);
  }

  /** Of the reward model. */
  public OptionalDouble score() {
    return model
        .filter(RolloutSignals::isGiven)
        .map(row -> OptionalDouble.of(row.reward()))
        .orElse(OptionalDouble.empty());
  }

  /** Whether the verifier is another than the task's own judge. */
  public boolean isOtherVerifier() {
    return !own.map(ScoreRow::scorer).equals(verdict.map(ScoreRow::scorer));
  }

  /** By the task's own judge, whoever the verifier is. */
  public boolean isRightByTask() {
    return own.filter(row -> Boolean.TRUE.equals(row.correct())).isPresent();
  }

  /** Whether the reward model says of the rollout what the verifier says. */
  public boolean agrees() {
    boolean right = verdict.filter(row -> Boolean.TRUE.equals(row.correct())).isPresent();
    return score().isPresent() && score().getAsDouble() >= RewardModel.THRESHOLD == right;
  }

  static boolean isGiven(ScoreRow row) {
    return !ScoreStatus.UNSCORED.is(row.status());
  }
}

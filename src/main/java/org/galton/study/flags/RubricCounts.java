package org.galton.study.flags;

import java.io.Serializable;
import org.galton.flags.Rubric;
import org.galton.statistics.error.RateRatio;

/** How often the rollouts of a problem were flagged, by rubric and outcome. */
final class RubricCounts implements Serializable {
  /** What came of a rollout. */
  enum Outcome {
    FAILED,
    SUCCEEDED,
    EXCLUDED;

    static Outcome of(Boolean success) {
      return success == null ? EXCLUDED : success ? SUCCEEDED : FAILED;
    }
  }

  private final long[] rollouts = new long[Outcome.values().length];
  private final boolean[] visible = new boolean[Rubric.values().length];
  private final long[][] flagged = new long[Rubric.values().length][Outcome.values().length];

  static RubricCounts of(Flagged rollout) {
    RubricCounts counts = new RubricCounts();
    int outcome = Outcome.of(rollout.success()).ordinal();
    counts.rollouts[outcome] = 1;
    for (Rubric rubric : Rubric.values()) {
      counts.visible[rubric.ordinal()] = rollout.visible().contains(rubric);
      counts.flagged[rubric.ordinal()][outcome] = rollout.has(rubric) ? 1 : 0;
    }
    return counts;
  }

  RubricCounts and(RubricCounts other) {
    RubricCounts sum = new RubricCounts();
    for (int outcome = 0; outcome < rollouts.length; outcome++) {
      sum.rollouts[outcome] = rollouts[outcome] + other.rollouts[outcome];
      for (int rubric = 0; rubric < flagged.length; rubric++) {
        sum.flagged[rubric][outcome] = flagged[rubric][outcome] + other.flagged[rubric][outcome];
      }
    }
    for (int rubric = 0; rubric < visible.length; rubric++) {
      sum.visible[rubric] = visible[rubric] || other.visible[rubric];
    }
    return sum;
  }

  /** Whether any rollout has what the rules of a rubric look at: else no flag means nothing. */
  boolean isVisible(Rubric rubric) {
    return visible[rubric.ordinal()];
  }

  long rollouts(Outcome outcome) {
    return rollouts[outcome.ordinal()];
  }

  long flagged(Rubric rubric, Outcome outcome) {
    return flagged[rubric.ordinal()][outcome.ordinal()];
  }

  /**
   * Of something that goes wrong, flags among failed rollouts against those among successful ones;
   * of a behaviour, successes among flagged rollouts against those among the others.
   */
  RateRatio.Cluster compared(Rubric rubric) {
    long failed = rollouts(Outcome.FAILED);
    long succeeded = rollouts(Outcome.SUCCEEDED);
    long failedFlagged = flagged(rubric, Outcome.FAILED);
    long succeededFlagged = flagged(rubric, Outcome.SUCCEEDED);
    return rubric.isBehaviour()
        ? new RateRatio.Cluster(
            succeededFlagged,
            succeededFlagged + failedFlagged,
            succeeded - succeededFlagged,
            succeeded + failed - succeededFlagged - failedFlagged)
        : new RateRatio.Cluster(failedFlagged, failed, succeededFlagged, succeeded);
  }
}

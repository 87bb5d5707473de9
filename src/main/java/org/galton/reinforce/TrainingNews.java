package org.galton.reinforce;

import org.galton.reinforce.learned.LearnedScorer;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingStepRow;

/** What a reinforcement training says while it goes on. */
public interface TrainingNews {
  /** The run goes on after this step. */
  void resumed(int step);

  /**
   * A step was done and is stored.
   *
   * @param secondsLeft until the last step, measuring not counted
   */
  void stepped(TrainingStepRow row, int steps, double secondsLeft);

  /** A reward model was learned, or the one that was learned before is used again. */
  default void learned(LearnedScorer scorer) {}

  /** A policy was measured on one task. */
  void evaluated(TrainingEvaluationRow row);
}

package org.galton.reinforce.signal;

import org.galton.numerics.Expect;
import org.galton.task.Judge;
import org.galton.task.Scorer;

/** Gives every rollout a score from 0 to 1; one from 0.5 says that the rollout is right. */
public sealed interface RewardModel {
  /** Scores from here on say that a rollout is right. */
  double THRESHOLD = 0.5;

  /**
   * A stand-in for a reward model whose error rate is known: with probability 1 - error it says
   * what the truth is, else the opposite. The score is uniform from 0.5 to 1 where it says right,
   * from 0 to 0.5 where it says wrong, so that it knows nothing beyond the truth. Both numbers
   * follow from the key of the rollout.
   *
   * @param error 0 to 0.5
   * @param truth whose verdicts it is right about
   */
  record Noisy(double error, VerdictSource truth) implements RewardModel {

    public Noisy {
      Expect.that(error >= 0 && error <= 0.5, "error", error, "0 to 0.5, which is chance");
    }

    /** The name of its scores on rollouts of a task, as table {@code scores} has it. */
    String scorer(Scorer task) {
      return "noisy/1{error=" + error + ",truth=" + truth.scorer(task) + "}";
    }
  }

  /** The reward, from 0 to 1, that a judge gives: shared words, or what a judge of a jar says. */
  record OfJudge(Judge judge) implements RewardModel {}

  /**
   * A small one that is fitted to the rollouts and verdicts of an earlier run before the training
   * begins ({@link org.galton.reinforce.learned.ScorerFit}).
   *
   * @param from output folder of that run, on this machine
   */
  record Learned(String from) implements RewardModel {}
}

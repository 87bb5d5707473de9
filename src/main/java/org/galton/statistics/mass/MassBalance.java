package org.galton.statistics.mass;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;

/**
 * BroRL's balance of correct probability mass over one policy-gradient step.
 *
 * <pre>
 *  Q_pos, Q_neg   mass of right and wrong items        A2, B2   sum p^2 over drawn right, drawn wrong
 *  S_R = Rc sum_{drawn right} p + Rw sum_{drawn wrong} p          U_pos2, U_neg2   the same over undrawn
 *
 *  dQ_pos = (eta/N) [ (Rc - S_R) Q_neg A2 + (S_R - Rw) Q_pos B2 + S_R (Q_pos U_neg2 - Q_neg U_pos2) ]
 * </pre>
 *
 * <p>The first two terms are never negative; the third can be, and vanishes as rollouts leave
 * nothing undrawn. A first-order statement about distinct items for logits moved by (eta/N) p_j
 * (R_j - S_R); how often an item was drawn does not enter. Cost: one sort.
 *
 * <p>Hu et al., BroRL: Scaling Reinforcement Learning via Broadened Exploration, 2025,
 * arXiv:2510.01180.
 *
 * @param rewardCorrect Rc, reward of a drawn right item, 0 or more
 * @param rewardWrong Rw, reward of a drawn wrong item, 0 or less
 * @param stepSize eta, above 0
 * @param rollouts N, 1 or more
 */
public record MassBalance(double rewardCorrect, double rewardWrong, double stepSize, int rollouts) {

  /** How far from 1 the probabilities may sum, as rounding of stored floats makes them. */
  private static final double SUM_TOLERANCE = 1e-6;

  public MassBalance {
    Expect.that(
        rewardCorrect >= 0 && Double.isFinite(rewardCorrect),
        "rewardCorrect",
        rewardCorrect,
        "0 or more");
    Expect.that(
        rewardWrong <= 0 && Double.isFinite(rewardWrong), "rewardWrong", rewardWrong, "0 or less");
    Expect.that(stepSize > 0 && Double.isFinite(stepSize), "stepSize", stepSize, "above 0");
    Expect.that(rollouts >= 1, "rollouts", rollouts, "1 or more");
  }

  /** The change over all items that the model may draw; their probabilities must sum to 1. */
  public MassChange change(Collection<MassItem> items) {
    double all = sum(items, item -> true, MassItem::probability);
    Expect.that(Math.abs(all - 1) <= SUM_TOLERANCE, "sum of probabilities", all, "1");
    double correct = sum(items, MassItem::correct, MassItem::probability);
    double wrong = sum(items, item -> !item.correct(), MassItem::probability);
    double meanReward =
        rewardCorrect * sum(items, i -> i.correct() && i.drawn(), MassItem::probability)
            + rewardWrong * sum(items, i -> !i.correct() && i.drawn(), MassItem::probability);
    double step = stepSize / rollouts;
    return new MassChange(
        correct,
        meanReward,
        step * (rewardCorrect - meanReward) * wrong * squares(items, i -> i.correct() && i.drawn()),
        step
            * (meanReward - rewardWrong)
            * correct
            * squares(items, i -> !i.correct() && i.drawn()),
        step
            * meanReward
            * (correct * squares(items, i -> !i.correct() && !i.drawn())
                - wrong * squares(items, i -> i.correct() && !i.drawn())));
  }

  private static double squares(Collection<MassItem> items, Predicate<MassItem> which) {
    return sum(items, which, item -> item.probability() * item.probability());
  }

  private static double sum(
      Collection<MassItem> items, Predicate<MassItem> which, ToDoubleFunction<MassItem> term) {
    return CompensatedSum.ofSorted(items.stream().filter(which).mapToDouble(term).toArray());
  }
}

package org.galton.reward.advantage;

import org.galton.statistics.Moments;

/**
 * BroRL, REINFORCE++: centred twice, in units of the standard deviation of the whole batch.
 *
 * <pre>
 *  a_i = r_i - mean of its prompt        A_i = (a_i - mean a) / std a
 * </pre>
 *
 * <p>Mean and standard deviation (divided by n) are taken over every prompt of two rollouts or
 * more, also over those of equal rewards: they make the batch's deviation smaller and the
 * advantages larger, where {@link BatchAdvantage} leaves them out. Where all were dropped before,
 * both forms agree up to rounding, since each prompt's deviations sum to 0.
 *
 * <p>Hu et al., BroRL: Scaling Reinforcement Learning via Broadened Exploration, 2025,
 * arXiv:2510.01180.
 */
public record BatchCenteredAdvantage() implements Advantage {

  @Override
  public String name() {
    return "batch_centered";
  }

  @Override
  public boolean keepsFactors() {
    return true;
  }

  @Override
  public double[][] of(double[][] rewardsByPrompt) {
    Centered centered = Centered.of(rewardsByPrompt);
    double[] all = centered.compared();
    if (all.length == 0) {
      return centered.deviations();
    }
    double mean = Moments.mean(all);
    double spread = Centered.rootMeanSquare(Moments.deviations(all));
    return centered.map(value -> Centered.inUnitsOf(spread, value - mean));
  }
}

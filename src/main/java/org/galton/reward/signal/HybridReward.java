package org.galton.reward.signal;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * HERO: a verifier says which band a rollout lies in, a reward model where in the band.
 *
 * <pre>
 *  r = place in its band ({@link ScoreBands})
 *  w of the prompt ({@link SpreadWeight}) by sigma, the population standard deviation of its scores
 *  reward = w r
 *  sigma_bar = mean sigma of the first batch; then memory sigma_bar + (1 - memory) mean sigma
 * </pre>
 *
 * <p>The sigma_bar of a batch includes the batch. An abstention counts as wrong. Under {@code grpo}
 * advantages w cancels in every prompt, and alpha where all answers are wrong ({@link
 * org.galton.reward.advantage.Advantage#keepsFactors}).
 *
 * <p>Tao et al., Hybrid Reinforcement: When Reward Is Sparse, It's Better to Be Dense, 2025,
 * arXiv:2510.07242; memory is that of a public implementation, the paper says running mean.
 *
 * @param bands of verdicts
 * @param weight of prompts
 * @param memory share of the old sigma_bar that stays, 0 to below 1
 * @param usualSpread sigma_bar of the batches before; empty before the first
 */
public record HybridReward(
    ScoreBands bands, SpreadWeight weight, double memory, OptionalDouble usualSpread)
    implements Reward {

  public HybridReward {
    Expect.that(memory >= 0 && memory < 1, "memory", memory, "0 to below 1");
    usualSpread.ifPresent(
        spread ->
            Expect.that(
                spread >= 0 && Double.isFinite(spread),
                "usual spread",
                spread,
                "a finite number from 0"));
  }

  /** Bands of verifiable answers, the weights of the appendix, memory 0.9; no batch seen. */
  public static HybridReward withDefaults() {
    return new HybridReward(
        ScoreBands.verifiable(), SpreadWeight.ofAppendix(), 0.9, OptionalDouble.empty());
  }

  public HybridReward with(ScoreBands option) {
    return new HybridReward(option, weight, memory, usualSpread);
  }

  public HybridReward with(SpreadWeight option) {
    return new HybridReward(bands, option, memory, usualSpread);
  }

  /** With the sigma_bar of a training that is resumed. */
  public HybridReward withUsualSpread(double option) {
    return new HybridReward(bands, weight, memory, OptionalDouble.of(option));
  }

  @Override
  public String name() {
    return "hybrid";
  }

  @Override
  public double lowest() {
    return -weight.high() * bands.alpha();
  }

  @Override
  public double highest() {
    return weight.high() * (1 + bands.beta());
  }

  @Override
  public double[][] of(List<List<JudgedRollout>> batch) {
    double[] spreads = spreads(batch);
    double usual = spreads.length == 0 ? 0 : usual(Moments.mean(spreads));
    double[][] rewards = new double[batch.size()][];
    for (int i = 0; i < rewards.length; i++) {
      double factor = weight.of(spreads[i] - usual);
      rewards[i] = Arrays.stream(banded(batch.get(i))).map(place -> factor * place).toArray();
    }
    return rewards;
  }

  @Override
  public HybridReward after(List<List<JudgedRollout>> batch) {
    return batch.isEmpty() ? this : after(Moments.mean(spreads(batch)));
  }

  /** The reward after a batch of which no more is known than its {@link #meanSpread}. */
  public HybridReward after(double meanSpread) {
    return withUsualSpread(usual(meanSpread));
  }

  /** Mean sigma of the prompts of a batch, one or more. */
  public static double meanSpread(List<List<JudgedRollout>> batch) {
    return Moments.mean(spreads(batch));
  }

  /** The places in the bands, before the prompt's weight. */
  public double[] banded(List<JudgedRollout> prompt) {
    boolean[] right = new boolean[prompt.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = prompt.get(i).answered() == Answered.RIGHT;
    }
    return bands.of(right, scores(prompt));
  }

  /** sigma of a prompt; 0 where it has no rollout. */
  public static double spread(List<JudgedRollout> prompt) {
    if (prompt.isEmpty()) {
      return 0;
    }
    double[] deviations = Moments.deviations(scores(prompt));
    return Math.sqrt(Moments.product(deviations, deviations) / deviations.length);
  }

  private double usual(double meanSpread) {
    return usualSpread.isPresent()
        ? memory * usualSpread.getAsDouble() + (1 - memory) * meanSpread
        : meanSpread;
  }

  private static double[] spreads(List<List<JudgedRollout>> batch) {
    double[] spreads = new double[batch.size()];
    for (int i = 0; i < spreads.length; i++) {
      try {
        spreads[i] = spread(batch.get(i));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("Prompt " + i + ": " + e.getMessage(), e);
      }
    }
    return spreads;
  }

  private static double[] scores(List<JudgedRollout> prompt) {
    return IntStream.range(0, prompt.size()).mapToDouble(i -> score(prompt, i)).toArray();
  }

  private static double score(List<JudgedRollout> prompt, int i) {
    return prompt
        .get(i)
        .score()
        .orElseThrow(
            () -> Expect.refused("rollout", i, "a score of a reward model, which it lacks"));
  }
}

package org.galton.study.advantages;

import java.util.ArrayList;
import java.util.List;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.advantage.Deviation;
import org.galton.reward.advantage.GroupStdAdvantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.CispoLoss;
import org.galton.reward.loss.ClipRange;
import org.galton.reward.loss.ClippedLoss;
import org.galton.reward.loss.KlPenalty;
import org.galton.reward.loss.ReinforceLoss;
import org.galton.reward.loss.SequenceLoss;
import org.galton.reward.loss.TokenLoss;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Option;

/** Options that say how rewards become coefficients. */
final class LossOptions {
  @Option(
      names = "--advantage",
      defaultValue = "batch",
      paramLabel = "FORM",
      description =
          "Reward less the mean of its prompt (mean_only), over the deviation of the prompt (grpo) or"
              + " of the batch (batch; batch_centered, also over prompts of equal rewards) (default:"
              + " ${DEFAULT-VALUE}).")
  private AdvantageName advantage;

  @Option(
      names = "--deviation",
      defaultValue = "sample",
      paramLabel = "WHICH",
      description =
          "Of grpo: the deviation of n rollouts divides by n - 1, sample, or by n, population"
              + " (default: ${DEFAULT-VALUE}).")
  private Deviation deviation;

  @Option(
      names = "--loss",
      defaultValue = "cispo",
      paramLabel = "LOSS",
      description = "reinforce, grpo, dapo, gspo or cispo (default: ${DEFAULT-VALUE}).")
  private LossName loss;

  @Option(
      names = "--clip",
      paramLabel = "LOW,HIGH",
      description =
          "Of grpo, dapo and gspo: the range of ratios is 1 - LOW to 1 + HIGH (default: 0.2,0.2;"
              + " 0.2,0.28; 0.0003,0.0004).")
  private String clip;

  @Option(
      names = "--eps-max",
      paramLabel = "X",
      description = "Of cispo: where ratios are cut off (default: 5).")
  private Double largest;

  @Option(
      names = "--aggregate",
      paramLabel = "HOW",
      description =
          "What weighs alike: prompt, token or sample (default: that of the loss: prompt of cispo"
              + " and reinforce, token of dapo, sample of grpo and gspo).")
  private Aggregate aggregate;

  @Option(
      names = "--filter",
      split = ",",
      defaultValue = "zero_variance",
      paramLabel = "FILTER",
      description =
          "What is left out of the loss: zero_variance, prompts whose rewards are all equal;"
              + " dynamic, prompts that are all right or all wrong; overlong, rollouts that were cut"
              + " off (default: ${DEFAULT-VALUE}).")
  private List<FilterName> filters = new ArrayList<>();

  @Option(
      names = "--kl",
      defaultValue = "0",
      paramLabel = "WEIGHT",
      description =
          "Weight of the penalty of leaving the policy of reference_logprobs (default:"
              + " ${DEFAULT-VALUE}).")
  private double kl;

  /**
   * @throws InvalidInput when options contradict each other
   */
  LossSettings settings() {
    TokenLoss settled = loss();
    return new LossSettings(
        advantage(),
        settled,
        aggregate == null ? settled.usual() : aggregate,
        filters.stream().distinct().sorted().toList(),
        new KlPenalty(kl));
  }

  private Advantage advantage() {
    return advantage.advantage() instanceof GroupStdAdvantage form
        ? form.with(deviation)
        : advantage.advantage();
  }

  private TokenLoss loss() {
    double[] range = NumberPair.parse("--clip", clip, "0.2,0.28");
    TokenLoss usual = loss.loss();
    if (range != null && (usual instanceof CispoLoss || usual instanceof ReinforceLoss)) {
      throw new InvalidInput(
          "Cannot use --clip with --loss %s: expected grpo, dapo or gspo".formatted(loss));
    }
    if (largest != null && !(usual instanceof CispoLoss)) {
      throw new InvalidInput("Cannot use --eps-max with --loss %s: expected cispo".formatted(loss));
    }
    if (largest != null) {
      return new CispoLoss(largest);
    }
    if (range == null) {
      return usual;
    }
    ClipRange clipped = new ClipRange(range[0], range[1]);
    return usual instanceof ClippedLoss tokens ? tokens.with(clipped) : new SequenceLoss(clipped);
  }
}

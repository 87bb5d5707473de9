package org.galton.job.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.BetaBinomialFit;
import org.galton.statistics.rate.VarianceComponents;

/**
 * What more prompts or more rollouts would buy for the mean solve rate, and what was left undrawn.
 *
 * <pre>  standard error with M prompts and K rollouts each = sqrt( (between + within/K) / M )</pre>
 *
 * @param components empty when fewer than two prompts have two rollouts
 * @param prompts M as it is
 * @param rollouts K as it is: the harmonic mean of the rollouts per prompt, rounded, by which
 *     {@code within} enters the error
 * @param undrawnCorrect probability of right answers that were never drawn, mean over prompts;
 *     empty where there are no answers
 * @param fit of the solve rates, from which pass@k is extrapolated
 */
public record RolloutPlan(
    Optional<VarianceComponents> components,
    int prompts,
    int rollouts,
    OptionalDouble undrawnCorrect,
    BetaBinomialFit fit) {
  private static final List<Double> DIFFERENCES = List.of(0.01, 0.02, 0.05, 0.1);

  /**
   * @param prompts of them, those without rollouts are left out
   */
  static RolloutPlan of(List<Tally> prompts, OptionalDouble undrawnCorrect) {
    List<Tally> tallies = prompts.stream().filter(tally -> tally.rollouts() > 0).toList();
    double inverse = 0;
    for (int n : tallies.stream().mapToInt(Tally::rollouts).sorted().toArray()) {
      inverse += 1.0 / n;
    }
    return new RolloutPlan(
        VarianceComponents.of(tallies),
        tallies.size(),
        (int) Math.max(1, Math.round(tallies.size() / inverse)),
        undrawnCorrect,
        BetaBinomialFit.of(tallies));
  }

  /** For some differences; empty where nothing tells how prompts vary. */
  public List<PromptsNeeded> promptsNeeded() {
    return components
        .map(parts -> DIFFERENCES.stream().map(d -> PromptsNeeded.of(parts, rollouts, d)).toList())
        .orElse(List.of());
  }

  public Optional<DetectableDifference> detectable() {
    return components.map(parts -> DetectableDifference.of(parts, prompts, rollouts));
  }

  /**
   * Share of the squared error that more rollouts of the same prompts could remove, within/K over
   * all of it; empty where nothing varies.
   */
  public OptionalDouble shareOfRollouts() {
    return components
        .filter(parts -> parts.between() + parts.within() > 0)
        .map(
            parts -> {
              double sampling = parts.within() / rollouts;
              return OptionalDouble.of(sampling / (parts.between() + sampling));
            })
        .orElse(OptionalDouble.empty());
  }
}

package org.galton.scaling;

import java.util.OptionalDouble;

/**
 * A checkpoint's reward as it was measured. Anything goes here: what cannot be used is counted, not
 * thrown.
 *
 * @param compute training compute in any unit of cost, the same for all of a series
 * @param reward mean over held-out prompts, such as mean@n, 0 to 1
 * @param rollouts prompts times generations, where known
 * @param noise standard error of the reward with the prompts held fixed, where known
 */
public record Measurement(
    double compute, double reward, OptionalDouble rollouts, OptionalDouble noise) {

  public static Measurement of(double compute, double reward) {
    return new Measurement(compute, reward, OptionalDouble.empty(), OptionalDouble.empty());
  }

  public Measurement withRollouts(double number) {
    return new Measurement(compute, reward, OptionalDouble.of(number), noise);
  }

  /** sqrt(mean p(1-p) / rollouts): prompts that are the same at every point add nothing. */
  public Measurement withNoise(double standardError) {
    return new Measurement(compute, reward, rollouts, OptionalDouble.of(standardError));
  }
}

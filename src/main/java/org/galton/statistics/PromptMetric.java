package org.galton.statistics;

import java.util.OptionalDouble;

/**
 * A figure that one prompt has by itself. Averaged over prompts with equal weight, never pooled
 * over rollouts.
 *
 * @param <T> what is known of a prompt: a {@link Tally}, a {@link Ballot}, …
 */
public interface PromptMetric<T> {

  /**
   * As printed, with its parameters: {@code pass@8}. Also what seeds a bootstrap of this metric.
   */
  String name();

  /** The prompt's value, or empty where the prompt has too few rollouts for this metric. */
  OptionalDouble value(T prompt);
}

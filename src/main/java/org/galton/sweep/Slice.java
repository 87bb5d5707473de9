package org.galton.sweep;

import java.io.Serializable;
import org.galton.task.Prompt;

/**
 * Consecutive rollouts of one prompt that are missing.
 *
 * @param from first rollout index
 * @param to rollout index after the last
 * @param attempt how often these were asked for, this time included
 */
public record Slice(Prompt prompt, int from, int to, int attempt) implements Serializable {
  public int rollouts() {
    return to - from;
  }
}

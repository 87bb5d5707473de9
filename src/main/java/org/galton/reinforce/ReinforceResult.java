package org.galton.reinforce;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of a training did.
 *
 * @param last folder of the last checkpoint
 * @param steps that this run took
 * @param seconds by what they went into, of this run
 * @param total seconds of this run, the parts above included
 */
public record ReinforceResult(Path last, int steps, Map<Phase, Double> seconds, double total) {
  public ReinforceResult {
    seconds = Map.copyOf(seconds);
  }
}

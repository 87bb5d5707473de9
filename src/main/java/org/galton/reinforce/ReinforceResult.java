package org.galton.reinforce;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of a training did.
 *
 * @param last folder of the last checkpoint
 * @param steps that this run took
 * @param spent time of this run by what it went into
 * @param total of this run, the parts above included
 */
public record ReinforceResult(Path last, int steps, Map<Phase, Spent> spent, Spent total) {
  public ReinforceResult {
    spent = Map.copyOf(spent);
  }
}

package org.galton.search.backup;

import java.io.Serializable;

/**
 * UCT of a node among its siblings: Q + lambda sqrt(ln N_parent / N) with Q = q / N. The second
 * term is 0 where either count is.
 *
 * @param lambda weight of exploration
 */
public record UpperConfidence(double lambda) implements Serializable {

  public static UpperConfidence withDefaults() {
    return new UpperConfidence(2);
  }

  public double of(double mean, int visits, int visitsOfParent) {
    return visits == 0 || visitsOfParent == 0
        ? mean
        : mean + lambda * Math.sqrt(Math.log(visitsOfParent) / visits);
  }
}

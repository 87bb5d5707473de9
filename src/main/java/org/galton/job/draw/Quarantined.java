package org.galton.job.draw;

import java.io.Serializable;

/**
 * A prompt that killed its model, and whose rollouts are failed for that.
 *
 * @param model as the spec names it
 * @param rollouts that were not drawn
 * @param reason how the model died
 */
public record Quarantined(String model, String task, String promptId, int rollouts, String reason)
    implements Serializable {

  /** As messages say it. */
  String sentence() {
    return "%d rollouts of prompt %s (%s, %s) were not drawn: %s"
        .formatted(rollouts, promptId, model, task, reason);
  }
}

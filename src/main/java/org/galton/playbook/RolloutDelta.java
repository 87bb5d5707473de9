package org.galton.playbook;

import java.util.List;

/**
 * What one rollout changes.
 *
 * @param rollout its id, of no other rollout of the step
 * @param tags of all rounds of reflection
 * @param operations in the curator's order
 */
public record RolloutDelta(String rollout, List<BulletTag> tags, List<Operation> operations) {
  public RolloutDelta {
    tags = List.copyOf(tags);
    operations = List.copyOf(operations);
  }
}

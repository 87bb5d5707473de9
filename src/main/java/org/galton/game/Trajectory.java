package org.galton.game;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A whole game as numbers.
 *
 * @param group names the game among those of the same task
 * @param target what the sum of a round's contributions should be, where there is such a thing
 * @param success whether the group reached it
 */
public record Trajectory(
    String group, OptionalDouble target, boolean success, List<Contribution> contributions) {
  public Trajectory {
    contributions = List.copyOf(contributions);
  }
}

package org.galton.study.emergence;

import java.io.Serializable;
import java.util.Optional;
import org.galton.emergence.GroupTrajectory;
import org.galton.spec.InvalidInput;

/**
 * The part of a trajectory that is looked at.
 *
 * @param rounds from the start, of groups that lasted as long; 0 for all rounds of every group
 */
public record Window(int rounds) implements Comparable<Window>, Serializable {
  private static final String ALL = "whole";

  /** Everything. */
  public static final Window WHOLE = new Window(0);

  /**
   * Reads {@code whole}, or a number of rounds.
   *
   * @throws InvalidInput for anything else
   */
  public static Window parse(String text) {
    if (text.equals(ALL)) {
      return WHOLE;
    }
    try {
      int rounds = Integer.parseInt(text);
      if (rounds >= 2) {
        return new Window(rounds);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new InvalidInput(
        "Invalid window '%s': expected whole, or a number of rounds from the start, 2 or more"
            .formatted(text));
  }

  /** Empty for a group that ended before. */
  Optional<GroupTrajectory> of(GroupTrajectory group) {
    return rounds == 0 ? Optional.of(group) : group.first(rounds);
  }

  /** As the tables write it: null for all rounds. */
  public Integer firstRounds() {
    return rounds == 0 ? null : rounds;
  }

  @Override
  public int compareTo(Window other) {
    return Integer.compare(rounds, other.rounds);
  }

  @Override
  public String toString() {
    return rounds == 0 ? ALL : "the first %d rounds".formatted(rounds);
  }
}

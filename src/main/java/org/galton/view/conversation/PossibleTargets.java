package org.galton.view.conversation;

import org.galton.game.Feedback;
import org.galton.game.Mode;

/** The targets that what a group came to, and what it was told of that, leave. */
record PossibleTargets(int low, int high) {
  static PossibleTargets all(Mode mode) {
    return new PossibleTargets(mode.target(0), mode.target(mode.targets() - 1));
  }

  PossibleTargets after(int value, Feedback feedback) {
    return switch (feedback) {
      case TOO_LOW -> new PossibleTargets(Math.max(low, value + 1), high);
      case TOO_HIGH -> new PossibleTargets(low, Math.min(high, value - 1));
      case CORRECT -> new PossibleTargets(value, value);
    };
  }

  @Override
  public String toString() {
    return low < high ? low + " to " + high : Integer.toString(low);
  }
}

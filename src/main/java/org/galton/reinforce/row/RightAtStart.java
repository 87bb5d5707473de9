package org.galton.reinforce.row;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What became of the right completions that the start drew, as columns. */
public record RightAtStart(
    OptionalInt startRight, OptionalDouble startRightFallenShare, OptionalDouble startRightMass) {
  public static final RightAtStart NONE =
      new RightAtStart(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}

package org.galton.reinforce.row;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where the rollouts of a prompt come from, as columns; empty where a training does not search. */
public record GroupSearch(
    Optional<String> source,
    OptionalInt probed,
    OptionalInt probedCorrect,
    OptionalInt remembered,
    OptionalLong groupTokensDrawn) {
  public static final GroupSearch NONE =
      new GroupSearch(
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalLong.empty());
}

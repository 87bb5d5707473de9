package org.galton.reinforce.row;

import java.util.OptionalInt;

/** How the prompts of a step were searched, as columns; empty where a training does not search. */
public record StepSearch(
    OptionalInt probeRollouts,
    OptionalInt trees,
    OptionalInt cachePrompts,
    OptionalInt rememberedRollouts,
    OptionalInt solutionsRemembered) {
  public static final StepSearch NONE =
      new StepSearch(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());
}

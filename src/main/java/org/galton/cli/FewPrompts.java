package org.galton.cli;

import java.util.Optional;
import java.util.OptionalInt;

/** The one warning of all commands about intervals over few prompts. */
final class FewPrompts {
  private static final int FEW = 30;

  private FewPrompts() {}

  /**
   * @param fewest prompts, or families of prompts, that a figure is the mean of
   */
  static Optional<String> warning(OptionalInt fewest) {
    return fewest.isPresent() && fewest.getAsInt() < FEW
        ? Optional.of(
            "Few prompts (%d): with fewer than %d the intervals are rough, and those of small rates are often too narrow."
                .formatted(fewest.getAsInt(), FEW))
        : Optional.empty();
  }
}

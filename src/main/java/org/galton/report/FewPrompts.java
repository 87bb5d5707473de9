package org.galton.report;

import java.util.Optional;
import java.util.OptionalInt;

/** The one warning of all commands and pages about intervals over few prompts. */
public final class FewPrompts {
  private static final int FEW = 30;

  private static final int FEW_FAMILIES = 20;

  private FewPrompts() {}

  /** Likewise of families of prompts, over which errors are clustered. */
  public static Optional<String> ofFamilies(int families) {
    return families < FEW_FAMILIES
        ? Optional.of(
            "Few prompt families (%d): below %d the clustered error is itself badly known."
                .formatted(families, FEW_FAMILIES))
        : Optional.empty();
  }

  /**
   * @param fewest prompts, or families of prompts, that a figure is the mean of
   */
  public static Optional<String> warning(OptionalInt fewest) {
    return fewest.isPresent() && fewest.getAsInt() < FEW
        ? Optional.of(
            "Few prompts (%d): with fewer than %d the intervals are rough, and those of small rates are often too narrow."
                .formatted(fewest.getAsInt(), FEW))
        : Optional.empty();
  }
}

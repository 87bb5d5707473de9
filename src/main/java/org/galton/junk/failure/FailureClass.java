package org.galton.junk.failure;

import java.util.Locale;

/** Why a step-by-step answer is wrong, in the order in which classes are looked for. */
public enum FailureClass {
  /** No step is written. */
  NO_REASONING,
  /** There are steps, and no outline that they follow. */
  NO_OUTLINE,
  /** The outline has a step that is not there. */
  SKIPPED_STEP,
  /** All steps are there, and one is not what the outline asks for. */
  WRONG_LOGIC,
  /** The right steps, and an equation that is false. */
  FACTUAL_ERROR,
  /** None of these. */
  UNEXPLAINED;

  /** As tables have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

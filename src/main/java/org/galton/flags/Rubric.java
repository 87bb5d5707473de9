package org.galton.flags;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a flag says of a rollout. The six rubrics of HAL (2510.11977). */
public enum Rubric {
  INSTRUCTION_VIOLATION(false),
  TOOL_FAILURE(false),
  SELF_CORRECTION(true),
  VERIFICATION(true),
  ENVIRONMENTAL_BARRIER(false),
  SHORTCUT(false);

  private final boolean behaviour;

  Rubric(boolean behaviour) {
    this.behaviour = behaviour;
  }

  /** Whether it is a habit that may help; else something that goes wrong. */
  public boolean isBehaviour() {
    return behaviour;
  }

  /** As tables write it: its name in small letters. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Rubric> of(String key) {
    return Arrays.stream(values()).filter(rubric -> rubric.key().equals(key)).findFirst();
  }
}

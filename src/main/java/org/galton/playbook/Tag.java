package org.galton.playbook;

import java.util.Locale;
import java.util.Optional;

/** What a reflector says of a bullet. */
public enum Tag {
  HELPFUL,
  HARMFUL,
  NEUTRAL;

  /** As replies write it, in any case. */
  static Optional<Tag> named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "helpful" -> Optional.of(HELPFUL);
      case "harmful" -> Optional.of(HARMFUL);
      case "neutral" -> Optional.of(NEUTRAL);
      default -> Optional.empty();
    };
  }
}

package org.galton.study.worlds;

import java.util.Locale;
import org.galton.spec.InvalidInput;

/** How a search draws what is hidden. */
enum HiddenMode {
  /** By a program that the author wrote too; the game itself, by one without a fault. */
  PROGRAM,
  /** By playing the game again. */
  REPLAY;

  /**
   * @throws InvalidInput for another text
   */
  static HiddenMode of(String label) {
    for (HiddenMode mode : values()) {
      if (mode.label().equals(label)) {
        return mode;
      }
    }
    throw new InvalidInput("Invalid --hidden %s: expected program or replay".formatted(label));
  }

  /** As options and tables have it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

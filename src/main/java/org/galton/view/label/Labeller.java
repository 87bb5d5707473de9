package org.galton.view.label;

import org.galton.spec.InvalidInput;

/** Who labels: what tells people apart whose labels lie in one folder. */
public record Labeller(String name) {
  private static final int LONGEST = 100;

  /**
   * @throws InvalidInput when the name is empty, long, or holds what has no shape
   */
  public Labeller {
    if (name.isBlank()
        || name.length() > LONGEST
        || !name.equals(name.strip())
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "Cannot label as '%s': expected --as with a name of 1 to %d characters on one line, such as anna"
              .formatted(name, LONGEST));
    }
  }
}

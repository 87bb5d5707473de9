package org.galton.environment;

import java.util.Optional;

/**
 * How much of an episode an agent is shown.
 *
 * @param turns the last so many, each with its action and what followed; 0 for what followed the
 *     last action alone
 */
public record History(int turns) {
  public static final int MOST = 100;

  /** Every turn. */
  public static final History ALL = new History(MOST);

  private static final String ALL_TURNS = "all";

  public History {
    if (turns < 0 || turns > MOST) {
      throw new IllegalArgumentException(
          "Invalid history %d: expected 0 to %d turns, or all".formatted(turns, MOST));
    }
  }

  /** Reads {@code all} or a number of turns. */
  public static Optional<History> parse(String text) {
    if (text.equals(ALL_TURNS)) {
      return Optional.of(ALL);
    }
    return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= MOST
        ? Optional.of(new History(Integer.parseInt(text)))
        : Optional.empty();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return turns == MOST ? ALL_TURNS : Integer.toString(turns);
  }
}

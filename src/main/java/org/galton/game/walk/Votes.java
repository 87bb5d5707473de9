package org.galton.game.walk;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A majority vote: a step asks several times and accepts what enough of the answers agree on.
 *
 * @param draws answers a step, 1 to 20
 * @param accept how many of them it takes: more than half, so that no two states can have as many
 */
public record Votes(int draws, int accept) implements Serializable {
  public static final int MOST_DRAWS = 20;

  /** One answer, which counts. */
  public static final Votes NONE = new Votes(1, 1);

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,4}):([0-9]{1,4})");

  public Votes {
    if (draws < 1 || draws > MOST_DRAWS || accept > draws || 2 * accept <= draws) {
      throw new IllegalArgumentException(
          "Invalid votes %d:%d: expected 1 to %d draws, of which more than half are to agree"
              .formatted(draws, accept, MOST_DRAWS));
    }
  }

  /**
   * Of a text such as {@code 5:3}, draws first; empty where it is none.
   *
   * @throws IllegalArgumentException where the numbers are out of range
   */
  public static Optional<Votes> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Votes(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return draws + ":" + accept;
  }
}

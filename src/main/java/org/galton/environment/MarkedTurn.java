package org.galton.environment;

import java.util.Optional;

/**
 * What an agent is asked in marks: the environment's id, a blank, the shown turns as {@code
 * marks=action;}, and the {@link World#marks} of now with a {@code =}.
 */
public record MarkedTurn(String environment, String marks) {
  /** Reads what {@link Wording} wrote; empty where it is something else. */
  public static Optional<MarkedTurn> read(String line) {
    int blank = line.indexOf(' ');
    int act = line.length() - 1;
    if (blank < 0 || line.charAt(act) != Wording.ACT) {
      return Optional.empty();
    }
    int from = Math.max(blank, line.lastIndexOf(Answer.END)) + 1;
    return Optional.of(
        new MarkedTurn(line.substring(0, blank), line.substring(from, Math.max(from, act))));
  }
}

package org.galton.task;

import java.util.Optional;

/** What a completion says after its last marker. */
public final class MarkedAnswer {
  public static final String MARKER = "answer=";

  private MarkedAnswer() {}

  /** The rest of the line after the last marker, without surrounding blanks. */
  public static Optional<String> line(String completion, String marker) {
    int at = completion.lastIndexOf(marker);
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + marker.length();
    int end = completion.indexOf('\n', start);
    return Optional.of(completion.substring(start, end < 0 ? completion.length() : end).strip());
  }
}

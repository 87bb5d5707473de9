package org.galton.task;

import java.util.Optional;

/** What a completion says after its last marker. */
public final class MarkedAnswer {
  public static final String MARKER = "answer=";

  /** What may stand before an answer on its own line. */
  private static final String MARKUP = " \t\r*_:$[]{}()\\#`>";

  private static final int MOST_LINES = 20;

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

  /** The same, or where that is markup alone the next line that says something. */
  public static Optional<String> lineOrNext(String completion, String marker) {
    int at = completion.lastIndexOf(marker);
    return at < 0
        ? Optional.empty()
        : completion
            .substring(at + marker.length())
            .lines()
            .limit(MOST_LINES)
            .filter(line -> line.chars().anyMatch(c -> MARKUP.indexOf(c) < 0))
            .findFirst();
  }
}

package org.galton.report.sweep;

/** The kinds of completion that a report shows for reading. */
public enum ReadingOutcome {
  CORRECT("Correct"),
  WRONG("Wrong"),
  /** Cut by the token limit before a right answer. */
  TRUNCATED("Truncated");

  private final String title;

  ReadingOutcome(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}

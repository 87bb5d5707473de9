package org.galton.task.judge.answer;

/** The places where an answer is searched; a lower rank is better. */
public enum AnswerPlace {
  MARKER(0, "marker"),
  BOX(1, "box"),
  TAG(1, "answer tag"),
  FINAL(1, "final answer"),
  HASHES(1, "####"),
  PHRASE(2, "phrase"),
  HEADING(2, "heading"),
  SPAN(3, "math span"),
  LAST(4, "last line");

  private final int rank;
  private final String shown;

  AnswerPlace(int rank, String shown) {
    this.rank = rank;
    this.shown = shown;
  }

  /** From 0, the task's own marker, to 4, whatever comes last. */
  public int rank() {
    return rank;
  }

  /** As verdicts name it in {@code found_by}. */
  public String shown() {
    return shown;
  }

  /** Whether the completion committed itself to an answer there. */
  public boolean isCommitment() {
    return rank <= 2;
  }

  /** Whether the text of the place ends where the answer does. */
  public boolean isDelimited() {
    return this == BOX || this == TAG || this == SPAN;
  }
}

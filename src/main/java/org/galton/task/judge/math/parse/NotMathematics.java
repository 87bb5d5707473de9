package org.galton.task.judge.math.parse;

/** The text from here on is none that the grammar knows; caught within this package. */
final class NotMathematics extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, and nobody adds to it
  private static final NotMathematics ONE = new NotMathematics();

  private NotMathematics() {
    super("not mathematics", null, false, false);
  }

  static NotMathematics here() {
    return ONE;
  }
}

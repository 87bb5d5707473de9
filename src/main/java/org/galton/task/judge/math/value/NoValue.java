package org.galton.task.judge.math.value;

/** No value of this kind, or none within the bounds; caught within this package. */
final class NoValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, and nobody adds to it
  private static final NoValue ONE = new NoValue();

  private NoValue() {
    super("no value", null, false, false);
  }

  static NoValue here() {
    return ONE;
  }
}

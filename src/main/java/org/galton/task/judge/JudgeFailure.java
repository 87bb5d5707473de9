package org.galton.task.judge;

/** A completion has no verdict, and the judge is not to be relied on before it is started again. */
final class JudgeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JudgeFailure(String reason) {
    super(reason);
  }

  /** The reason alone, as table {@code scores} has it. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return getMessage();
  }
}

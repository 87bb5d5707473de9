package org.galton.task.judge;

/** A completion has no verdict, and the fault is not its own: the judge could not do its work. */
public final class JudgeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JudgeFailure(String reason) {
    super(reason);
  }

  /** The reason alone, as table {@code scores} has it. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return getMessage();
  }
}

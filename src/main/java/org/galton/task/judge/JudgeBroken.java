package org.galton.task.judge;

/** A judge that does not work, so that to go on would leave everything without a verdict. */
public final class JudgeBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what does not work, and what to do
   */
  public JudgeBroken(String message) {
    super(message);
  }
}

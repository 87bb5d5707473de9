package org.galton.task.judge;

/** A judge that does not work, so that to go on would leave everything without a verdict. */
public final class JudgeBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a further attempt can do about it. */
  public enum Outlook {
    /** Nothing, until somebody has put it right. */
    LASTING,
    /** It may go well: something outside was not there. */
    PASSING
  }

  private final Outlook outlook;

  /**
   * @param message what does not work, and what to do
   */
  public JudgeBroken(String message) {
    this(message, Outlook.LASTING);
  }

  public JudgeBroken(String message, Outlook outlook) {
    super(message);
    this.outlook = outlook;
  }

  public Outlook outlook() {
    return outlook;
  }
}

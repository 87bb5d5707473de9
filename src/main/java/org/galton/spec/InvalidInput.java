package org.galton.spec;

import java.util.List;

/**
 * A spec, an option or a file of the user's is wrong, and only the user can put it right: a retry
 * does not help. The message has one problem a line and is meant to be shown as it is.
 */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInput(String problem) {
    super(problem);
  }

  public InvalidInput(String problem, Throwable cause) {
    super(problem, cause);
  }

  public InvalidInput(List<String> problems) {
    super(String.join("\n", problems));
  }

  /** The problems in the order in which they are to be shown. */
  public List<String> problems() {
    return getMessage().lines().toList();
  }
}

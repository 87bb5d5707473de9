package org.galton.table.store;

/**
 * Work that could not be finished for a reason outside the spec: a full disk, a folder that another
 * run holds, a damaged file. What was finished is kept; the message says what to do before the same
 * command is run again.
 */
public final class Unfinished extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unfinished(String message) {
    super(message);
  }

  public Unfinished(String message, Throwable cause) {
    super(message, cause);
  }
}

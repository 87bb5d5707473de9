package org.galton.view.engine;

/** Tables that cannot be read as they lie; the message says why, and what to do. */
public final class UnreadableTable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableTable(String message, Throwable cause) {
    super(message, cause);
  }

  public UnreadableTable(String message) {
    super(message);
  }
}

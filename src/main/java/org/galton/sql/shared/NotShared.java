package org.galton.sql.shared;

/** A query that two engines may answer differently; the message is the reason, a clause. */
public final class NotShared extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotShared(String reason) {
    super(reason);
  }
}

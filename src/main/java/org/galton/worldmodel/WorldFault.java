package org.galton.worldmodel;

/** A program that models a world failed, or gave a value of another form than it should. */
public final class WorldFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WorldFault(String message) {
    super(message);
  }

  WorldFault(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.galton.worldmodel;

/**
 * A program that models a world, or draws what is hidden in it, failed, or gave a value of another
 * form than it should.
 */
public final class WorldFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WorldFault(String message) {
    super(message);
  }

  public WorldFault(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.galton.model.llama;

/** A checkpoint that cannot be used as it is; the message says which file, what was found and what was expected. */
public final class BadCheckpoint extends RuntimeException {
  public BadCheckpoint(String message) {
    super(message);
  }
}

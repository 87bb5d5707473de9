package org.galton.model.engine;

/** An engine did not start, or ended too often. Says its last lines. */
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineFailure(String message) {
    super(message, null, false, false);
  }
}

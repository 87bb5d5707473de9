package org.galton.model.endpoint;

/**
 * There is no server, however often it was looked for. This says nothing about the rollouts: the
 * task fails as a whole, and Spark tries it elsewhere.
 */
public final class ServerUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerUnreachable(String message) {
    super(message, null, false, false);
  }
}

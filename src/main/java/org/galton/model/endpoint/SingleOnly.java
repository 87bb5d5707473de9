package org.galton.model.endpoint;

/** A server answers for one rollout at a time only, or so that several cannot be told apart. */
final class SingleOnly extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SingleOnly() {
    super("one rollout at a time only", null, false, false);
  }
}

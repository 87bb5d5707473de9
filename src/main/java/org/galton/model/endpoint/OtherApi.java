package org.galton.model.endpoint;

/** A server answers, but in another API than OpenAI's. */
final class OtherApi extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OtherApi() {
    super("answered in an API of its own, without 'choices'", null, false, false);
  }
}

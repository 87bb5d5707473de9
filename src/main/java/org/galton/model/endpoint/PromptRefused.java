package org.galton.model.endpoint;

/** A server takes this prompt neither now nor later; others it may take. */
final class PromptRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PromptRefused(String reason) {
    super(reason, null, false, false);
  }
}

package org.galton.model.endpoint;

/** An answer has more bytes than one of its tokens may have. */
final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLarge(long limit) {
    super("sent more than %,d bytes for one answer".formatted(limit), null, false, false);
  }
}

package org.galton.model.endpoint;

/**
 * A server takes this question neither now nor later. Whether the prompt is at fault, or a key, or
 * whatever it is asked, must be found out.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String words;

  /**
   * @param said the status and the server's words, completing "the server …"
   * @param words all that the server says, codes and places too
   */
  Refused(int status, String said, String words) {
    super(said, null, false, false);
    this.status = status;
    this.words = words;
  }

  int status() {
    return status;
  }

  String words() {
    return words;
  }
}

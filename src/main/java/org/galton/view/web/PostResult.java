package org.galton.view.web;

/** What becomes of a form that was sent. */
public sealed interface PostResult {
  /**
   * It was taken: the browser goes on to a page, so that to load it again sends nothing twice.
   *
   * @param address begins with a slash
   */
  record SeeOther(String address) implements PostResult {}

  /** It was not; the reply says why. */
  record Refused(Reply reply) implements PostResult {}
}

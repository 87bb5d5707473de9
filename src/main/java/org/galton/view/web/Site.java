package org.galton.view.web;

/** What a server shows, and takes. */
@FunctionalInterface
public interface Site {
  /**
   * @param path begins with a slash
   */
  Reply reply(String path, Parameters parameters);

  /** A form that a page of this site sent; a site for reading takes none. */
  default Reply post(String path, Parameters parameters, Parameters form) {
    return Reply.text(405, "These pages are for reading: GET only.");
  }
}

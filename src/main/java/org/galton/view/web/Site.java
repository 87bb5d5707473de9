package org.galton.view.web;

/** What a server shows. */
@FunctionalInterface
public interface Site {
  /**
   * @param path begins with a slash
   */
  Reply reply(String path, Parameters parameters);
}

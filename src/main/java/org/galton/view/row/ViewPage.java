package org.galton.view.row;

import org.galton.view.web.Parameters;

/** A page before it is written. Its template calls it {@code page}. */
public interface ViewPage {
  String title();

  /** What it shows, where an address leaves that open. */
  default Parameters shown(Parameters asked) {
    return asked;
  }

  /** Beside the others on the class path. */
  String template();
}

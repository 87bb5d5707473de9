package org.galton.view.page;

/** A page before it is written. Its template calls it {@code page}. */
interface ViewPage {
  String title();

  /** Beside the others on the class path. */
  String template();
}

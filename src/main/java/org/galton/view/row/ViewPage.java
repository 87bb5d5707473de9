package org.galton.view.row;

/** A page before it is written. Its template calls it {@code page}. */
public interface ViewPage {
  String title();

  /** Beside the others on the class path. */
  String template();
}

package org.galton.view.page;

/** Whether pages are answers of a running viewer, or files that are kept. */
public enum PageUse {
  SERVED,
  KEPT
}

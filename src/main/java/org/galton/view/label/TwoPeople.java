package org.galton.view.label;

import org.galton.report.VisibleText;

/** Who have labelled the same rollouts. */
record TwoPeople(String first, String second) {
  public String shownFirst() {
    return VisibleText.line(first, 120);
  }

  public String shownSecond() {
    return VisibleText.line(second, 120);
  }
}

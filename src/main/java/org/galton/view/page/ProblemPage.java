package org.galton.view.page;

import org.galton.view.row.ViewPage;

/** What stands where a page cannot be shown. */
record ProblemPage(String title, String text) implements ViewPage {
  @Override
  public String template() {
    return "problem.html";
  }
}

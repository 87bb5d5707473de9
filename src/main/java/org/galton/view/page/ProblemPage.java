package org.galton.view.page;

/** What stands where a page cannot be shown. */
record ProblemPage(String title, String text) implements ViewPage {
  @Override
  public String template() {
    return "problem.html";
  }
}

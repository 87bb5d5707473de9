package org.galton.model.jinja;

/** What is wrong with a template, before {@link JinjaTemplate} says where. */
final class TemplateProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_TEXT = 400;

  private final transient int line;

  TemplateProblem(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** A problem on the line that is being rendered. */
  TemplateProblem(String problem) {
    this(0, problem);
  }

  /** A text of the template's as far as a message takes it. */
  static String shown(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  int lineOr(int current) {
    return line > 0 ? line : current;
  }
}

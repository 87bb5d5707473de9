package org.galton.model.jinja;

/** What is wrong with a template, before {@link JinjaTemplate} says where. */
final class TemplateProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient int line;

  TemplateProblem(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** A problem on the line that is being rendered. */
  TemplateProblem(String problem) {
    this(0, problem);
  }

  int lineOr(int current) {
    return line > 0 ? line : current;
  }
}

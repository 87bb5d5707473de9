package org.galton.model.jinja;

/**
 * A value that is not there. It prints as nothing, is false and has no items; anything else that is
 * asked of it is the problem it carries.
 */
record Undefined(String problem) {
  static Undefined name(String name) {
    return new Undefined("'" + name + "' is undefined");
  }

  static Undefined attribute(Object owner, Object name) {
    return new Undefined(
        "a "
            + Values.kind(owner)
            + " has no "
            + (name instanceof Long ? "item " : "attribute '")
            + name
            + (name instanceof Long ? "" : "'"));
  }

  TemplateProblem asProblem() {
    return new TemplateProblem(problem);
  }
}

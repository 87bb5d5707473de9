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
    String what =
        name instanceof Long
            ? "item " + name
            : name instanceof String text
                ? "attribute '" + TemplateProblem.shown(text) + "'"
                : "item that is a " + Values.kind(name);
    return new Undefined("a " + Values.kind(owner) + " has no " + what);
  }

  TemplateProblem asProblem() {
    return new TemplateProblem(problem);
  }
}

package org.galton.model.jinja;

import java.util.List;

/** The names on the left of a {@code set} or a {@code for}. */
final class Target {
  private Target() {}

  static void assign(List<String> names, Object value, Scope scope) {
    if (names.size() == 1) {
      scope.set(names.get(0), value);
      return;
    }
    List<Object> parts = Values.items(value, scope.rendering());
    if (parts.size() != names.size()) {
      throw new TemplateProblem(
          "it takes %d values apart: expected %d, for %s"
              .formatted(parts.size(), names.size(), String.join(", ", names)));
    }
    for (int i = 0; i < names.size(); i++) {
      scope.set(names.get(i), parts.get(i));
    }
  }
}

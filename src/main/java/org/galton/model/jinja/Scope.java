package org.galton.model.jinja;

import java.util.HashMap;
import java.util.Map;

/** The names that a part of a template sees; what it sets is gone when it ends. */
final class Scope {
  private final Scope parent;
  private final Rendering rendering;
  private final Map<String, Object> names = new HashMap<>();

  private Scope(Scope parent, Rendering rendering) {
    this.parent = parent;
    this.rendering = rendering;
  }

  static Scope of(Map<String, Object> variables, Rendering rendering) {
    Scope scope = new Scope(null, rendering);
    scope.names.putAll(variables);
    return scope;
  }

  Scope inner() {
    rendering.scope();
    return new Scope(this, rendering);
  }

  Rendering rendering() {
    return rendering;
  }

  void set(String name, Object value) {
    names.put(name, value);
  }

  Object value(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      rendering.touch(1);
      if (scope.names.containsKey(name)) {
        return scope.names.get(name);
      }
    }
    return Globals.ALL.containsKey(name)
        ? Globals.ALL.get(name)
        : rendering.absent(Globals.absent(name));
  }
}

package org.galton.program;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of a program.
 *
 * @param defaults of the last parameters
 * @param body filled when the function was read, for a function may call itself
 */
record Function(
    String name, List<Binding> parameters, List<Object> defaults, Scope scope, List<Statement> body)
    implements Callee {

  @Override
  public Object call(Machine machine, List<Object> arguments, Map<String, Object> named) {
    machine.deeper();
    machine.deeper();
    machine.spend(scope.slots());
    Frame frame = new Frame(machine, new Object[scope.slots()]);
    bind(name, parameters, defaults, frame, arguments, named);
    Statement.run(body, frame);
    machine.higher();
    machine.higher();
    return frame.returned();
  }

  /** Gives parameters their values. */
  static void bind(
      String name,
      List<Binding> parameters,
      List<Object> defaults,
      Frame frame,
      List<Object> arguments,
      Map<String, Object> named) {
    if (arguments.size() > parameters.size()) {
      throw ProgramException.fault(
          "%s() takes %d arguments, not %d".formatted(name, parameters.size(), arguments.size()));
    }
    int used = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Object value = i < arguments.size() ? arguments.get(i) : null;
      Object byName = named.get(parameters.get(i).name());
      if (byName != null) {
        used++;
        if (value != null) {
          throw ProgramException.fault(
              "%s() is given '%s' twice".formatted(name, parameters.get(i).name()));
        }
        value = byName;
      }
      parameters.get(i).write(frame, value != null ? value : preset(name, parameters, defaults, i));
    }
    if (used < named.size()) {
      throw ProgramException.fault(
          "%s() has no such parameter among %s".formatted(name, String.join(", ", named.keySet())));
    }
  }

  private static Object preset(
      String name, List<Binding> parameters, List<Object> defaults, int parameter) {
    int at = parameter - (parameters.size() - defaults.size());
    if (at < 0) {
      throw ProgramException.fault(
          "%s() misses its argument '%s'".formatted(name, parameters.get(parameter).name()));
    }
    return defaults.get(at);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

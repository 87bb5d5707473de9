package org.galton.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function without a name. Its parameters lie in the frame in which it was made. */
final class Lambda implements Callee {
  private final List<Binding> parameters;
  private final Expression body;
  private final Frame frame;

  Lambda(List<Binding> parameters, Expression body, Frame frame) {
    this.parameters = parameters;
    this.body = body;
    this.frame = frame;
  }

  @Override
  public Object call(Machine machine, List<Object> arguments, Map<String, Object> named) {
    machine.deeper();
    List<@Nullable Object> before = new ArrayList<>(parameters.size());
    parameters.forEach(parameter -> before.add(parameter.read(frame)));
    Function.bind("lambda", parameters, List.of(), frame, arguments, named);
    Object value = body.value(frame);
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).restore(frame, before.get(i));
    }
    machine.higher();
    return value;
  }
}

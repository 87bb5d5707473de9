package org.galton.model.jinja;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call is given.
 *
 * @param callee as messages call it
 * @param rendering is charged for what the call does
 */
record Arguments(
    String callee, List<Object> positional, Map<String, Object> named, Rendering rendering) {

  /** Refuses a call with other arguments than these. */
  void check(int least, int most, Set<String> names) {
    if (positional.size() < least || positional.size() > most) {
      throw new TemplateProblem(
          "%s was given %d arguments: expected %s"
              .formatted(
                  callee,
                  positional.size(),
                  least == most ? least : "%d to %d".formatted(least, most)));
    }
    for (String name : named.keySet()) {
      if (!names.contains(name)) {
        throw new TemplateProblem(callee + " was given '" + name + "', which is not supported");
      }
    }
  }

  void check(int least, int most) {
    check(least, most, Set.of());
  }

  /** The argument of this position or name. */
  Object at(int position, String name, Object fallback) {
    return position < positional.size()
        ? positional.get(position)
        : named.getOrDefault(name, fallback);
  }

  Object at(int position) {
    return positional.get(position);
  }

  /** The text at a position; the fallback where there is none. */
  String text(int position, String fallback) {
    Object value = position < positional.size() ? positional.get(position) : null;
    if (value == null) {
      return fallback;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new TemplateProblem(callee + " was given a " + Values.kind(value) + ": expected a text");
  }

  /** The text at a position that has to be there. */
  String text(int position) {
    String text = text(position, null);
    if (text == null) {
      throw new TemplateProblem(callee + " was given none: expected a text");
    }
    return text;
  }

  long integer(int position, String name, long fallback) {
    Object value = at(position, name, fallback);
    if (value instanceof Long number) {
      return number;
    }
    throw new TemplateProblem(
        callee + " was given a " + Values.kind(value) + ": expected a whole number");
  }
}

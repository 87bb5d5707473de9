package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that every template can call. */
final class Globals {
  static final Map<String, Callee> ALL =
      Map.of(
          "range", Globals::range,
          "namespace", Globals::namespace,
          "dict", arguments -> new LinkedHashMap<>(arguments.named()),
          "raise_exception", Globals::raise);

  private static final Undefined CLOCK =
      new Undefined(
          "it asks for the date with 'strftime_now', and would make another prompt every day:"
              + " expected a date written into it");

  private Globals() {}

  /** What a name means that nobody has set. */
  static Undefined absent(String name) {
    return name.equals("strftime_now") ? CLOCK : Undefined.name(name);
  }

  private static Object range(Arguments arguments) {
    arguments.check(1, 3);
    boolean bare = arguments.positional().size() == 1;
    long from = bare ? 0 : arguments.integer(0, "start", 0);
    long to = arguments.integer(bare ? 0 : 1, "stop", 0);
    long step = arguments.integer(2, "step", 1);
    if (step == 0) {
      throw new TemplateProblem("range was given step 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      arguments.rendering().makeList(1);
      Rendering.bound(numbers.size());
      numbers.add(i);
      if (step > 0 ? i > Long.MAX_VALUE - step : i < Long.MIN_VALUE - step) {
        break;
      }
    }
    return numbers;
  }

  private static Object namespace(Arguments arguments) {
    return new Namespace(new HashMap<>(arguments.named()));
  }

  private static Object raise(Arguments arguments) {
    arguments.check(1, 1);
    throw new TemplateProblem(
        "it refuses: "
            + TemplateProblem.shown(Values.text(arguments.at(0), arguments.rendering())));
  }
}

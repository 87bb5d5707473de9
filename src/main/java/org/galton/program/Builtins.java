package org.galton.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The functions that every program has. */
final class Builtins {
  /** What a function does. */
  private interface Body {
    Object call(Machine machine, Arguments arguments);
  }

  private record Builtin(String name, Body body) implements Callee {
    @Override
    public Object call(Machine machine, List<Object> arguments, Map<String, Object> named) {
      Arguments given = new Arguments(name, arguments, named);
      Object value = body.call(machine, given);
      given.expectAllUsed();
      return value;
    }
  }

  private static final Map<String, Builtin> ALL = new HashMap<>();

  static {
    add("abs", (machine, given) -> Math.absExact(Values.integer(given.only())));
    add("len", (machine, given) -> length(machine, given.only()));
    add("print", Builtins::print);
    add("range", Builtins::range);
    add("min", (machine, given) -> Ordering.extreme(machine, given, -1));
    add("max", (machine, given) -> Ordering.extreme(machine, given, 1));
    add("sum", Builtins::sum);
    add("sorted", (machine, given) -> Ordering.sorted(machine, given));
    add("any", (machine, given) -> some(machine, given.only(), true));
    add("all", (machine, given) -> !some(machine, given.only(), false));
    add("str", (machine, given) -> given.isEmpty() ? "" : Values.str(machine, given.only()));
    add("repr", (machine, given) -> Values.repr(machine, given.only()));
    add("int", (machine, given) -> given.isEmpty() ? 0L : integer(given.only()));
    add("bool", (machine, given) -> !given.isEmpty() && Values.truth(given.only()));
    add("list", (machine, given) -> Sequence.list(items(machine, given)));
    add("tuple", (machine, given) -> Sequence.tuple(items(machine, given)));
    add("dict", Builtins::dictionary);
    add("reversed", Builtins::reversed);
    add("enumerate", Builtins::enumerate);
    add("zip", Builtins::zip);
    add("map", Builtins::map);
    add("filter", Builtins::filter);
    add("divmod", Builtins::divmod);
    add("ord", (machine, given) -> letter(Values.text(given.only())));
    add("chr", (machine, given) -> letter(Values.integer(given.only())));
  }

  private Builtins() {}

  private static void add(String name, Body body) {
    ALL.put(name, new Builtin(name, body));
  }

  static @Nullable Object named(String name) {
    return ALL.get(name);
  }

  private static List<Object> items(Machine machine, Arguments given) {
    return given.isEmpty() ? List.of() : Items.all(machine, given.only());
  }

  private static Object length(Machine machine, Object value) {
    if (value instanceof String text) {
      machine.spend(Values.cells(text.length()));
      return (long) Texts.length(text);
    } else if (value instanceof Sequence sequence) {
      return (long) sequence.size();
    } else if (value instanceof Dictionary entries) {
      return (long) entries.size();
    }
    throw ProgramException.fault("a %s has no length here".formatted(Values.type(value)));
  }

  private static Object print(Machine machine, Arguments given) {
    String between = Values.text(given.named("sep", " "));
    String end = Values.text(given.named("end", "\n"));
    String separator = "";
    for (Object value : given.all()) {
      machine.print(separator);
      machine.print(Values.str(machine, value));
      separator = between;
    }
    machine.print(end);
    return None.NONE;
  }

  private static Object range(Machine machine, Arguments given) {
    long first = given.size() == 1 ? 0 : Values.integer(given.at(0));
    long end = Values.integer(given.at(given.size() == 1 ? 0 : 1));
    long by = given.size() < 3 ? 1 : Values.integer(given.at(2));
    given.expectAtMost(3);
    if (by == 0) {
      throw ProgramException.fault("a range cannot go by 0");
    }
    return Stream.often("range", () -> new Range(first, end, by));
  }

  private static final class Range implements Iterator<Object> {
    private final long end;
    private final long by;
    private long at;
    private boolean over;

    Range(long first, long end, long by) {
      this.at = first;
      this.end = end;
      this.by = by;
    }

    @Override
    public boolean hasNext() {
      return !over && (by > 0 ? at < end : at > end);
    }

    @Override
    public Object next() {
      long value = at;
      at += by;
      over = ((value ^ at) & (by ^ at)) < 0; // Past 64 bits there is nothing.
      return value;
    }
  }

  private static Object sum(Machine machine, Arguments given) {
    given.expectAtMost(2);
    Object sum = given.size() > 1 ? given.at(1) : given.named("start", 0L);
    Iterator<Object> items = Items.of(machine, given.at(0));
    while (items.hasNext()) {
      machine.step();
      sum = Operators.apply(machine, "+", sum, items.next());
    }
    return sum;
  }

  private static boolean some(Machine machine, Object value, boolean truth) {
    Iterator<Object> items = Items.of(machine, value);
    while (items.hasNext()) {
      machine.step();
      if (Values.truth(items.next()) == truth) {
        return true;
      }
    }
    return false;
  }

  private static Object integer(Object value) {
    if (!(value instanceof String text)) {
      return Values.integer(value);
    }
    String digits = text.strip();
    if (digits.matches("[+-]?[0-9]{1,19}")) {
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw ProgramException.fault("an integer beyond 64 bits");
      }
    }
    throw ProgramException.fault("a text that is no integer");
  }

  private static Object dictionary(Machine machine, Arguments given) {
    Dictionary entries = new Dictionary();
    if (given.isEmpty()) {
      return entries;
    }
    if (given.only() instanceof Dictionary other) {
      machine.spend(other.size());
      entries.putAll(other);
      return entries;
    }
    for (Object pair : Items.all(machine, given.only())) {
      List<Object> both = Items.all(machine, pair);
      if (both.size() != 2) {
        throw ProgramException.fault("dict() takes pairs of a key and a value");
      }
      entries.put(machine, both.get(0), both.get(1));
    }
    return entries;
  }

  private static Object reversed(Machine machine, Arguments given) {
    Object value = given.only();
    if (value instanceof Stream stream && !stream.type().equals("range")) {
      throw ProgramException.fault("a %s cannot be reversed".formatted(stream.type()));
    }
    List<Object> items = Items.all(machine, value);
    Collections.reverse(items);
    return Stream.once("reversed", items.iterator());
  }

  private static Object enumerate(Machine machine, Arguments given) {
    given.expectAtMost(2);
    long first = Values.integer(given.size() > 1 ? given.at(1) : given.named("start", 0L));
    Iterator<Long> places = LongStream.iterate(first, place -> place + 1).iterator();
    return Stream.once(
        "enumerate",
        Items.mapped(
            machine,
            Items.of(machine, given.at(0)),
            item -> Sequence.tuple(List.of(places.next(), item))));
  }

  private static Object zip(Machine machine, Arguments given) {
    List<Iterator<Object>> all = new ArrayList<>();
    given.all().forEach(value -> all.add(Items.of(machine, value)));
    Iterator<Object> together =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return !all.isEmpty() && all.stream().allMatch(Iterator::hasNext);
          }

          @Override
          public Object next() {
            machine.spend(all.size());
            List<Object> items = new ArrayList<>(all.size());
            all.forEach(one -> items.add(one.next()));
            return Sequence.tuple(items);
          }
        };
    return Stream.once("zip", Items.mapped(machine, together, tuple -> tuple));
  }

  private static Callee function(Object value) {
    if (value instanceof Callee function) {
      return function;
    }
    throw ProgramException.fault("a %s cannot be called".formatted(Values.type(value)));
  }

  private static Object map(Machine machine, Arguments given) {
    given.expectAtMost(2);
    Callee change = function(given.at(0));
    return Stream.once(
        "map",
        Items.mapped(
            machine,
            Items.of(machine, given.at(1)),
            item -> change.call(machine, List.of(item), Map.of())));
  }

  private static Object filter(Machine machine, Arguments given) {
    given.expectAtMost(2);
    Object wanted = given.at(0);
    List<Object> kept = new ArrayList<>();
    for (Object item : Items.all(machine, given.at(1))) {
      Object holds =
          wanted == None.NONE ? item : function(wanted).call(machine, List.of(item), Map.of());
      if (Values.truth(holds)) {
        kept.add(item);
      }
    }
    return Stream.once("filter", kept.iterator());
  }

  private static Object divmod(Machine machine, Arguments given) {
    given.expectAtMost(2);
    Object a = given.at(0);
    Object b = given.at(1);
    Values.integer(a);
    return Sequence.tuple(
        List.of(Operators.apply(machine, "//", a, b), Operators.apply(machine, "%", a, b)));
  }

  private static Object letter(String text) {
    if (Texts.length(text) != 1) {
      throw ProgramException.fault("ord() takes one character");
    }
    return (long) text.codePointAt(0);
  }

  private static Object letter(long code) {
    if (code < 0 || code > Character.MAX_CODE_POINT) {
      throw ProgramException.fault("no character has the number %d".formatted(code));
    }
    return Character.toString((int) code);
  }
}

package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The filters that go through a list: {@code map}, {@code select} and their kin. */
final class Selection {
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private Selection() {}

  static Object map(Object value, Arguments a) {
    List<Object> mapped = new ArrayList<>();
    if (a.named().containsKey("attribute")) {
      a.check(0, 0, Set.of("attribute", "default"));
      for (Object item : items(value, a)) {
        Object found = attribute(item, a.named().get("attribute"), a.rendering());
        mapped.add(found instanceof Undefined ? a.named().getOrDefault("default", found) : found);
      }
      return mapped;
    }
    a.check(1, 9);
    Filter filter = Filters.named(a.text(0));
    if (filter == null) {
      throw new TemplateProblem("map was given no filter that is supported");
    }
    for (Object item : items(value, a)) {
      a.rendering().step();
      mapped.add(filter.apply(item, rest(a, 1)));
    }
    return mapped;
  }

  static Object select(Object value, Arguments a) {
    return kept(value, a, item -> holds(item, a, 0));
  }

  static Object reject(Object value, Arguments a) {
    return kept(value, a, item -> !holds(item, a, 0));
  }

  static Object selectByAttribute(Object value, Arguments a) {
    a.check(1, 3);
    return kept(value, a, item -> holds(attribute(item, a.at(0), a.rendering()), a, 1));
  }

  static Object rejectByAttribute(Object value, Arguments a) {
    a.check(1, 3);
    return kept(value, a, item -> !holds(attribute(item, a.at(0), a.rendering()), a, 1));
  }

  /** An attribute by its name or path, such as {@code function.name}. */
  static Object attribute(Object item, Object path, Rendering rendering) {
    Object found = item;
    for (String name : Values.text(path, rendering).split("\\.", -1)) {
      rendering.step();
      Object key = POSITION.matcher(name).matches() ? (Object) Long.valueOf(name) : name;
      found = Access.subscript(found, key, rendering);
    }
    return found;
  }

  private static List<Object> kept(Object value, Arguments a, Predicate<Object> keeps) {
    List<Object> kept = new ArrayList<>();
    for (Object item : items(value, a)) {
      a.rendering().step();
      if (keeps.test(item)) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** Jinja takes nothing from {@code none}, and from all else that is false. */
  private static List<Object> items(Object value, Arguments a) {
    return Values.isTrue(value) ? Values.items(value, a.rendering()) : new ArrayList<>();
  }

  private static boolean holds(Object value, Arguments a, int testAt) {
    if (a.positional().size() <= testAt) {
      return Values.isTrue(value);
    }
    String name = a.text(testAt);
    Test test = Tests.named(name);
    if (test == null) {
      throw new TemplateProblem(
          a.callee() + " was given the test '" + name + "', which is not supported");
    }
    return test.holds(value, rest(a, testAt + 1));
  }

  private static Arguments rest(Arguments a, int from) {
    return new Arguments(
        a.callee(), a.positional().subList(from, a.positional().size()), Map.of(), a.rendering());
  }
}

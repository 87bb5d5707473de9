package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The filters that templates can name. */
final class Filters {
  private static final Map<String, Filter> ALL = new HashMap<>();

  static {
    text("upper", text -> text.toUpperCase(Locale.ROOT));
    text("lower", text -> text.toLowerCase(Locale.ROOT));
    text("capitalize", TextMethods::capitalized);
    text("title", Filters::title);
    text("string", text -> text);
    ALL.put("trim", (value, a) -> TextMethods.of(Values.text(value), "strip").call(a));
    ALL.put("replace", (value, a) -> TextMethods.replaced(Values.text(value), a));
    ALL.put("indent", Filters::indent);
    ALL.put("safe", (value, a) -> value);
    ALL.put("length", (value, a) -> Values.length(value));
    ALL.put("count", (value, a) -> Values.length(value));
    ALL.put("list", (value, a) -> Values.items(value));
    ALL.put("first", (value, a) -> end(value, 0));
    ALL.put("last", (value, a) -> end(value, -1));
    ALL.put("reverse", Filters::reverse);
    ALL.put("sort", Filters::sort);
    ALL.put("unique", Filters::unique);
    ALL.put("join", Filters::join);
    ALL.put("items", (value, a) -> items(value));
    ALL.put("dictsort", (value, a) -> dictsort(value));
    ALL.put("default", Filters::otherwise);
    ALL.put("d", Filters::otherwise);
    ALL.put("int", Filters::whole);
    ALL.put("float", Filters::decimal);
    ALL.put("abs", Filters::absolute);
    ALL.put("tojson", JsonText::filter);
    ALL.put("map", Selection::map);
    ALL.put("select", Selection::select);
    ALL.put("reject", Selection::reject);
    ALL.put("selectattr", Selection::selectByAttribute);
    ALL.put("rejectattr", Selection::rejectByAttribute);
  }

  private Filters() {}

  /** Null where there is none of this name. */
  static Filter named(String name) {
    return ALL.get(name);
  }

  private static void text(String name, UnaryOperator<String> change) {
    ALL.put(
        name,
        (value, a) -> {
          a.check(0, 0);
          return change.apply(Values.text(value));
        });
  }

  /** Unlike the method of this name, a word goes on after an apostrophe or a digit. */
  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(begins ? Character.toUpperCase(c) : Character.toLowerCase(c));
      begins = "-({[<".indexOf(c) >= 0 || Character.isWhitespace(c);
    }
    return out.toString();
  }

  private static Object end(Object value, int index) {
    List<Object> items = Values.items(value);
    return items.isEmpty()
        ? new Undefined("an empty " + Values.kind(value) + " has no first and no last item")
        : items.get(index < 0 ? items.size() - 1 : 0);
  }

  private static Object reverse(Object value, Arguments a) {
    a.check(0, 0);
    return value instanceof String
        ? Access.slice(value, null, null, -1L)
        : Access.slice(Values.items(value), null, null, -1L);
  }

  private static Object sort(Object value, Arguments a) {
    a.check(0, 1, Set.of("reverse", "attribute"));
    Object attribute = a.named().get("attribute");
    Comparator<Object> order =
        Comparator.comparing(
            item -> sortKey(attribute == null ? item : Selection.attribute(item, attribute)),
            (x, y) -> Operators.compare("<", x, y));
    List<Object> sorted = Values.items(value);
    sorted.sort(Values.isTrue(a.at(0, "reverse", false)) ? Collections.reverseOrder(order) : order);
    return sorted;
  }

  private static Object sortKey(Object value) {
    return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  private static Object unique(Object value, Arguments a) {
    a.check(0, 0);
    List<Object> once = new ArrayList<>();
    for (Object item : Values.items(value)) {
      if (once.stream().noneMatch(seen -> Operators.equal(sortKey(seen), sortKey(item)))) {
        once.add(item);
      }
    }
    return once;
  }

  private static Object join(Object value, Arguments a) {
    a.check(0, 1, Set.of("d", "attribute"));
    Object attribute = a.named().get("attribute");
    String between = Values.text(a.at(0, "d", ""));
    StringBuilder out = new StringBuilder();
    String before = "";
    for (Object item : Values.items(value)) {
      Object part = attribute == null ? item : Selection.attribute(item, attribute);
      out.append(before).append(Values.text(part));
      Rendering.bound(out.length());
      before = between;
    }
    return out.toString();
  }

  private static Object items(Object value) {
    if (value instanceof Undefined) {
      return List.of();
    }
    if (value instanceof Map<?, ?> entries) {
      return Methods.pairs(entries);
    }
    throw new TemplateProblem("items was given a " + Values.kind(value) + ": expected a mapping");
  }

  private static Object dictsort(Object value) {
    List<Object> pairs = new ArrayList<>(Values.items(items(value)));
    pairs.sort(
        Comparator.comparing(
            pair -> sortKey(((List<?>) pair).get(0)), (x, y) -> Operators.compare("<", x, y)));
    return pairs;
  }

  private static Object otherwise(Object value, Arguments a) {
    a.check(0, 2, Set.of("default_value", "boolean"));
    boolean absent =
        value instanceof Undefined
            || Values.isTrue(a.at(1, "boolean", false)) && !Values.isTrue(value);
    return absent ? a.at(0, "default_value", "") : value;
  }

  private static Object whole(Object value, Arguments a) {
    a.check(0, 1, Set.of("default"));
    try {
      return value instanceof Double number
          ? (Object) number.longValue()
          : value instanceof Boolean flag
              ? (flag ? 1L : 0L)
              : Long.parseLong(Values.text(value).strip());
    } catch (NumberFormatException e) {
      return a.at(0, "default", 0L);
    }
  }

  private static Object decimal(Object value, Arguments a) {
    a.check(0, 1, Set.of("default"));
    try {
      return value instanceof Boolean flag
          ? (flag ? 1.0 : 0.0)
          : Double.parseDouble(Values.text(value).strip());
    } catch (NumberFormatException e) {
      return a.at(0, "default", 0.0);
    }
  }

  private static Object absolute(Object value, Arguments a) {
    a.check(0, 0);
    String sign = Operators.compare("<", value, 0L) < 0 ? "-" : "+";
    return Operators.arithmetic(sign, 0L, value);
  }

  private static Object indent(Object value, Arguments a) {
    a.check(0, 3, Set.of("width", "first", "blank"));
    Object width = a.at(0, "width", 4L);
    String by =
        width instanceof String text
            ? text
            : " ".repeat((int) Math.max(0, Math.min(1000, a.integer(0, "width", 4))));
    boolean first = Values.isTrue(a.at(1, "first", false));
    boolean blank = Values.isTrue(a.at(2, "blank", false));
    String[] lines = Values.text(value).split("\n", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      boolean indented = i == 0 ? first : blank || !lines[i].isEmpty();
      out.append(i == 0 ? "" : "\n").append(indented ? by : "").append(lines[i]);
      Rendering.bound(out.length());
    }
    return out.toString();
  }
}

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
    ALL.put("trim", (value, a) -> TextMethods.of(text(value, a), "strip").call(a));
    ALL.put("replace", (value, a) -> TextMethods.replaced(text(value, a), a));
    ALL.put("indent", Filters::indent);
    ALL.put("safe", (value, a) -> value);
    ALL.put("length", (value, a) -> Values.length(value, a.rendering()));
    ALL.put("count", (value, a) -> Values.length(value, a.rendering()));
    ALL.put("list", (value, a) -> Values.items(value, a.rendering()));
    ALL.put("first", (value, a) -> end(value, 0, a));
    ALL.put("last", (value, a) -> end(value, -1, a));
    ALL.put("reverse", Filters::reverse);
    ALL.put("sort", Filters::sort);
    ALL.put("unique", Filters::unique);
    ALL.put("join", Filters::join);
    ALL.put("items", (value, a) -> items(value, a));
    ALL.put("dictsort", (value, a) -> dictsort(value, a));
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
          return change.apply(text(value, a));
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

  private static String text(Object value, Arguments a) {
    return Values.text(value, a.rendering());
  }

  private static Object end(Object value, long index, Arguments a) {
    boolean ordered = value instanceof List<?> || value instanceof String;
    Object items = ordered ? value : Values.items(value, a.rendering());
    Object end = Access.subscript(items, index, a.rendering());
    return end instanceof Undefined
        ? new Undefined("an empty " + Values.kind(value) + " has no first and no last item")
        : end;
  }

  private static Object reverse(Object value, Arguments a) {
    a.check(0, 0);
    Object turned = value instanceof String ? value : Values.items(value, a.rendering());
    return Access.slice(turned, null, null, -1L, a.rendering());
  }

  private static Object sort(Object value, Arguments a) {
    a.check(0, 1, Set.of("reverse", "attribute"));
    Object attribute = a.named().get("attribute");
    Comparator<Object> order =
        order(
            item -> attribute == null ? item : Selection.attribute(item, attribute, a.rendering()),
            a);
    return sorted(
        Values.items(value, a.rendering()),
        Values.isTrue(a.at(0, "reverse", false)) ? Collections.reverseOrder(order) : order);
  }

  private static Comparator<Object> order(UnaryOperator<Object> key, Arguments a) {
    return Comparator.comparing(
        item -> sortKey(key.apply(item), a), (x, y) -> Operators.compare("<", x, y, a.rendering()));
  }

  private static List<Object> sorted(List<Object> items, Comparator<Object> order) {
    try {
      items.sort(order);
      return items;
    } catch (IllegalArgumentException e) { // Whole and decimal numbers beyond 2^53 have no order.
      throw new TemplateProblem("it sorts numbers that cannot be told apart");
    }
  }

  private static Object sortKey(Object value, Arguments a) {
    if (value instanceof String text) {
      a.rendering().touch(text.length());
      return text.toLowerCase(Locale.ROOT);
    }
    return value;
  }

  private static Object unique(Object value, Arguments a) {
    a.check(0, 0);
    List<Object> once = new ArrayList<>();
    List<Object> keys = new ArrayList<>();
    for (Object item : Values.items(value, a.rendering())) {
      Object key = sortKey(item, a);
      if (keys.stream().noneMatch(seen -> Operators.equal(seen, key, a.rendering()))) {
        once.add(item);
        keys.add(key);
      }
    }
    return once;
  }

  private static Object join(Object value, Arguments a) {
    a.check(0, 1, Set.of("d", "attribute"));
    Object attribute = a.named().get("attribute");
    String between = text(a.at(0, "d", ""), a);
    StringBuilder out = new StringBuilder();
    String before = "";
    for (Object item : Values.items(value, a.rendering())) {
      Object part = attribute == null ? item : Selection.attribute(item, attribute, a.rendering());
      String text = text(part, a);
      a.rendering().touch(before.length());
      Rendering.bound((long) out.length() + before.length() + text.length());
      out.append(before).append(text);
      before = between;
    }
    return out.toString();
  }

  private static Object items(Object value, Arguments a) {
    if (value instanceof Undefined) {
      return List.of();
    }
    if (value instanceof Map<?, ?> entries) {
      return Methods.pairs(entries, a.rendering());
    }
    throw new TemplateProblem("items was given a " + Values.kind(value) + ": expected a mapping");
  }

  private static Object dictsort(Object value, Arguments a) {
    return sorted(
        Values.items(items(value, a), a.rendering()), order(pair -> ((List<?>) pair).get(0), a));
  }

  private static Object otherwise(Object value, Arguments a) {
    a.check(0, 2, Set.of("default_value", "boolean"));
    boolean absent =
        value instanceof Undefined
            || (Values.isTrue(a.at(1, "boolean", false)) && !Values.isTrue(value));
    return absent ? a.at(0, "default_value", "") : value;
  }

  private static Object whole(Object value, Arguments a) {
    a.check(0, 1, Set.of("default"));
    try {
      return value instanceof Double number
          ? (Object) number.longValue()
          : value instanceof Boolean flag
              ? (flag ? 1L : 0L)
              : Long.parseLong(text(value, a).strip());
    } catch (NumberFormatException e) {
      return a.at(0, "default", 0L);
    }
  }

  private static Object decimal(Object value, Arguments a) {
    a.check(0, 1, Set.of("default"));
    try {
      return value instanceof Boolean flag
          ? (flag ? 1.0 : 0.0)
          : Double.parseDouble(text(value, a).strip());
    } catch (NumberFormatException e) {
      return a.at(0, "default", 0.0);
    }
  }

  private static Object absolute(Object value, Arguments a) {
    a.check(0, 0);
    String sign = Operators.compare("<", value, 0L, a.rendering()) < 0 ? "-" : "+";
    return Operators.arithmetic(sign, 0L, value, a.rendering());
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
    String[] lines = text(value, a).split("\n", -1);
    a.rendering().makeList(lines.length);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      boolean indented = i == 0 ? first : blank || !lines[i].isEmpty();
      long more = (long) lines[i].length() + (indented ? by.length() : 0);
      a.rendering().touch(more);
      Rendering.bound(out.length() + more);
      out.append(i == 0 ? "" : "\n").append(indented ? by : "").append(lines[i]);
    }
    return out.toString();
  }
}

package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Python's methods of texts, as far as templates use them. */
final class TextMethods {
  private static final Pattern LINE_END =
      Pattern.compile("\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]");

  private TextMethods() {}

  /** Null where there is no such method. */
  static Callee of(String text, String name) {
    return switch (name) {
      case "strip" -> a -> stripEnd(stripStart(text, chars(a)), chars(a));
      case "lstrip" -> a -> stripStart(text, chars(a));
      case "rstrip" -> a -> stripEnd(text, chars(a));
      case "startswith" -> a -> anyOf(a, text::startsWith);
      case "endswith" -> a -> anyOf(a, text::endsWith);
      case "upper" -> a -> text.toUpperCase(Locale.ROOT);
      case "lower" -> a -> text.toLowerCase(Locale.ROOT);
      case "capitalize" -> a -> capitalized(text);
      case "title" -> a -> title(text);
      case "replace" -> a -> replaced(text, a);
      case "split" -> a -> split(text, a);
      case "splitlines" -> a -> lines(text);
      case "join" -> a -> joined(text, a);
      case "find" -> a -> find(text, a);
      case "count" -> a -> count(text, a);
      case "removeprefix" -> a -> text.startsWith(one(a)) ? text.substring(one(a).length()) : text;
      case "removesuffix" ->
          a -> text.endsWith(one(a)) ? text.substring(0, text.length() - one(a).length()) : text;
      case "isdigit" -> a -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
      default -> null;
    };
  }

  static String stripStart(String text, String chars) {
    int from = 0;
    while (from < text.length() && strips(text.codePointAt(from), chars)) {
      from += Character.charCount(text.codePointAt(from));
    }
    return text.substring(from);
  }

  static String stripEnd(String text, String chars) {
    int to = text.length();
    while (to > 0 && strips(text.codePointBefore(to), chars)) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(0, to);
  }

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT)
        + text.substring(first).toLowerCase(Locale.ROOT);
  }

  static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inWord = Character.isLetter(c);
    }
    return out.toString();
  }

  static String replaced(String text, Arguments a) {
    a.check(2, 2);
    String from = a.text(0);
    String to = a.text(1);
    long found = from.isEmpty() ? text.length() + 1L : occurrences(text, from);
    Rendering.bound(text.length() + found * Math.max(0, to.length() - from.length()));
    return text.replace(from, to);
  }

  private static boolean strips(int c, String chars) {
    return chars == null
        ? Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85
        : chars.indexOf(c) >= 0;
  }

  /** Null where white space is meant. */
  private static String chars(Arguments a) {
    a.check(0, 1);
    return a.text(0, null);
  }

  private static String one(Arguments a) {
    a.check(1, 1);
    return a.text(0);
  }

  private static boolean anyOf(Arguments a, Predicate<String> test) {
    a.check(1, 1);
    return a.at(0) instanceof List<?> options
        ? options.stream().map(Values::text).anyMatch(test)
        : test.test(a.text(0));
  }

  private static List<Object> split(String text, Arguments a) {
    a.check(0, 2, java.util.Set.of("maxsplit"));
    String separator = a.text(0, null);
    long most = a.integer(1, "maxsplit", -1);
    if (separator != null && separator.isEmpty()) {
      throw new TemplateProblem("split was given an empty text");
    }
    List<Object> parts = new ArrayList<>();
    String rest = separator == null ? stripStart(text, null) : text;
    while (most < 0 || parts.size() < most) {
      int end = separator == null ? spaceIn(rest) : rest.indexOf(separator);
      if (end < 0) {
        break;
      }
      parts.add(rest.substring(0, end));
      rest =
          separator == null
              ? stripStart(rest.substring(end), null)
              : rest.substring(end + separator.length());
    }
    if (separator != null || !rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  private static int spaceIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (strips(text.charAt(i), null)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Object> lines(String text) {
    List<Object> lines = new ArrayList<>(List.of(LINE_END.split(text, -1)));
    if ("".equals(lines.get(lines.size() - 1))) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static String joined(String text, Arguments a) {
    a.check(1, 1);
    StringBuilder out = new StringBuilder();
    String between = "";
    for (Object item : Values.items(a.at(0))) {
      if (!(item instanceof String)) {
        throw new TemplateProblem("join was given a " + Values.kind(item) + ": expected texts");
      }
      out.append(between).append(item);
      Rendering.bound(out.length());
      between = text;
    }
    return out.toString();
  }

  private static long find(String text, Arguments a) {
    int found = text.indexOf(one(a));
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  private static long count(String text, Arguments a) {
    return occurrences(text, one(a));
  }

  private static long occurrences(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1L;
    }
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}

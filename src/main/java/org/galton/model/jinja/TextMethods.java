package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Python's methods of texts, as far as templates use them. */
final class TextMethods {
  private static final Pattern LINE_END =
      Pattern.compile("\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]");

  private TextMethods() {}

  private interface Change {
    Object of(String text, Arguments arguments);
  }

  /** Null where there is no such method. */
  static Callee of(String text, String name) {
    Change change = named(name);
    return change == null
        ? null
        : a -> {
          a.rendering().touch(text.length());
          return change.of(text, a);
        };
  }

  private static Change named(String name) {
    return switch (name) {
      case "strip" -> (text, a) -> stripEnd(stripStart(text, chars(a), a), chars(a), a);
      case "lstrip" -> (text, a) -> stripStart(text, chars(a), a);
      case "rstrip" -> (text, a) -> stripEnd(text, chars(a), a);
      case "startswith" -> (text, a) -> anyOf(a, text::startsWith);
      case "endswith" -> (text, a) -> anyOf(a, text::endsWith);
      case "upper" -> (text, a) -> text.toUpperCase(Locale.ROOT);
      case "lower" -> (text, a) -> text.toLowerCase(Locale.ROOT);
      case "capitalize" -> (text, a) -> capitalized(text);
      case "title" -> (text, a) -> title(text);
      case "replace" -> TextMethods::replaced;
      case "split" -> TextMethods::split;
      case "splitlines" -> TextMethods::lines;
      case "join" -> TextMethods::joined;
      case "find" -> TextMethods::find;
      case "count" -> TextMethods::count;
      case "removeprefix" ->
          (text, a) -> text.startsWith(one(a)) ? text.substring(one(a).length()) : text;
      case "removesuffix" ->
          (text, a) ->
              text.endsWith(one(a)) ? text.substring(0, text.length() - one(a).length()) : text;
      case "isdigit" ->
          (text, a) -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
      default -> null;
    };
  }

  static String stripStart(String text, String chars, Arguments a) {
    int from = 0;
    while (from < text.length() && strips(text.codePointAt(from), chars, a)) {
      from += Character.charCount(text.codePointAt(from));
    }
    return text.substring(from);
  }

  static String stripEnd(String text, String chars, Arguments a) {
    int to = text.length();
    while (to > 0 && strips(text.codePointBefore(to), chars, a)) {
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
    if (from.isEmpty()) {
      a.rendering().makeText(text.length() + (text.length() + 1L) * to.length());
      return text.replace(from, to);
    }
    TextSearch search = new TextSearch(from, a.rendering());
    StringBuilder out = new StringBuilder();
    int begin = 0;
    for (int at = search.in(text, 0); at >= 0; at = search.in(text, begin)) {
      a.rendering().touch(to.length());
      Rendering.bound((long) out.length() + at - begin + to.length());
      out.append(text, begin, at).append(to);
      begin = at + from.length();
    }
    return out.append(text, begin, text.length()).toString();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean strips(int c, String chars, Arguments a) {
    if (chars == null) {
      return isSpace(c);
    }
    a.rendering().touch(chars.length());
    return chars.indexOf(c) >= 0;
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
        ? options.stream().map(option -> Values.text(option, a.rendering())).anyMatch(test)
        : test.test(a.text(0));
  }

  private static List<Object> split(String text, Arguments a) {
    a.check(0, 2, Set.of("maxsplit"));
    String separator = a.text(0, null);
    long most = a.integer(1, "maxsplit", -1);
    if (separator == null) {
      return words(text, most, a.rendering());
    }
    if (separator.isEmpty()) {
      throw new TemplateProblem("split was given an empty text");
    }
    TextSearch search = new TextSearch(separator, a.rendering());
    List<Object> parts = new ArrayList<>();
    int begin = 0;
    while (most < 0 || parts.size() < most) {
      int end = search.in(text, begin);
      if (end < 0) {
        break;
      }
      a.rendering().makeList(1);
      parts.add(text.substring(begin, end));
      begin = end + separator.length();
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private static List<Object> words(String text, long most, Rendering rendering) {
    List<Object> words = new ArrayList<>();
    int begin = next(text, 0, c -> !isSpace(c));
    while (begin < text.length() && (most < 0 || words.size() < most)) {
      int end = next(text, begin, TextMethods::isSpace);
      rendering.makeList(1);
      words.add(text.substring(begin, end));
      begin = next(text, end, c -> !isSpace(c));
    }
    if (begin < text.length()) {
      words.add(text.substring(begin));
    }
    return words;
  }

  /** Where the first character of a kind is; the text's length where none is. */
  private static int next(String text, int from, IntPredicate kind) {
    int at = from;
    while (at < text.length() && !kind.test(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static List<Object> lines(String text, Arguments a) {
    List<Object> lines = new ArrayList<>(List.of(LINE_END.split(text, -1)));
    a.rendering().makeList(lines.size());
    if ("".equals(lines.get(lines.size() - 1))) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static String joined(String text, Arguments a) {
    a.check(1, 1);
    StringBuilder out = new StringBuilder();
    String between = "";
    for (Object item : Values.items(a.at(0), a.rendering())) {
      if (!(item instanceof String part)) {
        throw new TemplateProblem("join was given a " + Values.kind(item) + ": expected texts");
      }
      long more = (long) between.length() + part.length();
      a.rendering().touch(more);
      Rendering.bound(out.length() + more);
      out.append(between).append(part);
      between = text;
    }
    return out.toString();
  }

  private static long find(String text, Arguments a) {
    int found = new TextSearch(one(a), a.rendering()).in(text, 0);
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  private static long count(String text, Arguments a) {
    String part = one(a);
    return part.isEmpty()
        ? text.codePointCount(0, text.length()) + 1L
        : new TextSearch(part, a.rendering()).count(text);
  }
}

package org.galton.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The methods of texts. Letters are those of ASCII where Python asks what a letter is. */
final class TextMethods {
  private TextMethods() {}

  static Object call(Machine machine, String text, String method, Arguments given) {
    machine.spend(Values.cells(text.length()));
    return switch (method) {
      case "upper", "lower", "isdigit", "isalpha", "isalnum", "isupper", "islower", "isspace" -> {
        given.expectAtMost(0);
        yield ofAscii(text, method);
      }
      case "strip", "lstrip", "rstrip" -> strip(machine, text, method, given);
      case "split" -> split(machine, text, given);
      case "splitlines" -> lines(machine, text, given);
      case "join" -> join(machine, text, given);
      case "startswith" -> text.startsWith(Values.text(given.only()));
      case "endswith" -> text.endsWith(Values.text(given.only()));
      case "find" -> Texts.place(text, place(machine, text, given));
      case "index" -> {
        int at = place(machine, text, given);
        if (at < 0) {
          throw ProgramException.fault("the text does not hold what is looked for");
        }
        yield Texts.place(text, at);
      }
      case "count" -> count(machine, text, Values.text(given.only()));
      case "replace" -> replace(machine, text, given);
      default -> throw Methods.unknown(text, method);
    };
  }

  private static Object ofAscii(String text, String method) {
    if (!text.chars().allMatch(c -> c < 128)) {
      throw ProgramException.fault("%s() reads plain ASCII here".formatted(method));
    }
    return switch (method) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "isdigit" -> text.matches("[0-9]+");
      case "isalpha" -> text.matches("[A-Za-z]+");
      case "isalnum" -> text.matches("[A-Za-z0-9]+");
      case "isspace" -> text.matches("[ \\t\\n\\r\\f\\x0b\\x1c-\\x1f]+");
      case "isupper" ->
          text.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
              && text.chars().noneMatch(c -> c >= 'a' && c <= 'z');
      default ->
          text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
              && text.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    };
  }

  private static int place(Machine machine, String text, Arguments given) {
    String wanted = Values.text(given.only());
    Texts.search(machine, text, wanted);
    return text.indexOf(wanted);
  }

  private static Object strip(Machine machine, String text, String method, Arguments given) {
    String letters =
        given.isEmpty() ? " \t\n\r\f\u000b\u001c\u001d\u001e\u001f" : Values.text(given.only());
    if (given.isEmpty() && !text.chars().allMatch(c -> c < 128)) {
      throw ProgramException.fault("%s() reads plain ASCII here".formatted(method));
    }
    Texts.search(machine, text, letters);
    int[] points = text.codePoints().toArray();
    int from = 0;
    int to = points.length;
    while (!method.equals("rstrip") && from < to && letters.indexOf(points[from]) >= 0) {
      from++;
    }
    while (!method.equals("lstrip") && to > from && letters.indexOf(points[to - 1]) >= 0) {
      to--;
    }
    return new String(points, from, to - from);
  }

  private static Object split(Machine machine, String text, Arguments given) {
    machine.spend(text.length());
    List<Object> parts = new ArrayList<>();
    if (given.isEmpty()) {
      if (!text.chars().allMatch(c -> c < 128)) {
        throw ProgramException.fault("split() reads plain ASCII here");
      }
      for (String part : text.split("[ \\t\\n\\r\\f\\x0b\\x1c-\\x1f]+", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    } else {
      String between = Values.text(given.only());
      if (between.isEmpty()) {
        throw ProgramException.fault("split() takes no empty text");
      }
      Texts.search(machine, text, between);
      int from = 0;
      for (int at = text.indexOf(between); at >= 0; at = text.indexOf(between, from)) {
        parts.add(text.substring(from, at));
        from = at + between.length();
      }
      parts.add(text.substring(from));
    }
    return Sequence.list(parts);
  }

  private static Object lines(Machine machine, String text, Arguments given) {
    given.expectAtMost(0);
    if (text.chars().anyMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029)) {
      throw ProgramException.fault("splitlines() reads plain ends of lines here");
    }
    machine.spend(text.length());
    List<Object> lines = new ArrayList<>();
    String[] parts = text.split("\r\n|[\n\r\f\\x0b\\x1c-\\x1e]", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i < parts.length - 1 || !parts[i].isEmpty()) {
        lines.add(parts[i]);
      }
    }
    return Sequence.list(lines);
  }

  private static Object join(Machine machine, String between, Arguments given) {
    StringBuilder joined = new StringBuilder();
    String separator = "";
    for (Object item : Items.all(machine, given.only())) {
      String text = Values.text(item);
      machine.spend(Values.cells((long) separator.length() + text.length()));
      joined.append(separator).append(text);
      separator = between;
    }
    return joined.toString();
  }

  private static Object count(Machine machine, String text, String wanted) {
    Texts.search(machine, text, wanted);
    if (wanted.isEmpty()) {
      return Texts.length(text) + 1L;
    }
    long count = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
      count++;
    }
    return count;
  }

  private static Object replace(Machine machine, String text, Arguments given) {
    given.expectAtMost(2);
    String old = Values.text(given.at(0));
    String by = Values.text(given.at(1));
    if (old.isEmpty()) {
      throw ProgramException.fault("replace() takes no empty text here");
    }
    long times = (Long) count(machine, text, old);
    machine.spend(Values.cells(text.length() + times * (long) by.length()));
    return text.replace(old, by);
  }
}

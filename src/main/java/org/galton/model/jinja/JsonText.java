package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The filter {@code tojson} of chat templates: Python's {@code json.dumps} without ASCII escapes.
 */
final class JsonText {
  private final String indent;
  private final String between;
  private final String colon;
  private final StringBuilder out = new StringBuilder();

  private JsonText(String indent, String between, String colon) {
    this.indent = indent;
    this.between = between;
    this.colon = colon;
  }

  static Object filter(Object value, Arguments a) {
    a.check(0, 0, Set.of("indent", "ensure_ascii", "separators"));
    if (Values.isTrue(a.named().get("ensure_ascii"))) {
      throw new TemplateProblem("tojson was given ensure_ascii=true, which is not supported");
    }
    String indent =
        a.named().get("indent") == null
            ? null
            : " ".repeat((int) Math.max(0, Math.min(100, a.integer(1, "indent", 0))));
    List<Object> separators =
        a.named().get("separators") == null
            ? List.of(indent == null ? ", " : ",", ": ")
            : Values.items(a.named().get("separators"));
    if (separators.size() != 2) {
      throw new TemplateProblem("tojson was given separators: expected two texts");
    }
    JsonText json =
        new JsonText(indent, Values.text(separators.get(0)), Values.text(separators.get(1)));
    json.write(value, "\n");
    return json.out.toString();
  }

  private void write(Object value, String line) {
    Rendering.bound(out.length());
    if (value == null) {
      out.append("null");
    } else if (value instanceof Boolean || value instanceof Long) {
      out.append(value);
    } else if (value instanceof Double number) {
      out.append(Values.decimal(number));
    } else if (value instanceof String text) {
      quote(text);
    } else if (value instanceof List<?> items) {
      List<Runnable> parts = new ArrayList<>();
      items.forEach(item -> parts.add(() -> write(item, deeper(line))));
      block('[', parts, ']', line);
    } else if (value instanceof Map<?, ?> entries) {
      List<Runnable> parts = new ArrayList<>();
      entries.forEach((key, item) -> parts.add(() -> entry(key, item, deeper(line))));
      block('{', parts, '}', line);
    } else if (value instanceof Undefined undefined) {
      throw undefined.asProblem();
    } else {
      throw new TemplateProblem("tojson was given a " + Values.kind(value));
    }
  }

  private void entry(Object key, Object value, String line) {
    quote(Values.text(key));
    out.append(colon);
    write(value, line);
  }

  private void block(char open, List<Runnable> parts, char close, String line) {
    out.append(open);
    String before = "";
    for (Runnable part : parts) {
      out.append(before);
      if (indent != null) {
        out.append(deeper(line));
      }
      part.run();
      before = between;
    }
    if (indent != null && !parts.isEmpty()) {
      out.append(line);
    }
    out.append(close);
  }

  private String deeper(String line) {
    return indent == null ? line : line + indent;
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}

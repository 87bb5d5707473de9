package org.galton.model.jinja;

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
  private final Rendering rendering;
  private final StringBuilder out = new StringBuilder();

  private JsonText(String indent, String between, String colon, Rendering rendering) {
    this.rendering = rendering;
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
            : Values.items(a.named().get("separators"), a.rendering());
    if (separators.size() != 2) {
      throw new TemplateProblem("tojson was given separators: expected two texts");
    }
    JsonText json =
        new JsonText(
            indent,
            Values.text(separators.get(0), a.rendering()),
            Values.text(separators.get(1), a.rendering()),
            a.rendering());
    json.write(value, "\n");
    return json.out.toString();
  }

  private void write(Object value, String line) {
    rendering.touch(1);
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
      String inside = opened('[', line);
      String before = "";
      for (Object item : items) {
        begin(before, inside);
        write(item, inside);
        before = between;
      }
      if (!items.isEmpty()) {
        begin("", line);
      }
      out.append(']');
    } else if (value instanceof Map<?, ?> entries) {
      String inside = opened('{', line);
      String before = "";
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        begin(before, inside);
        quote(Values.text(entry.getKey(), rendering));
        append(colon);
        write(entry.getValue(), inside);
        before = between;
      }
      if (!entries.isEmpty()) {
        begin("", line);
      }
      out.append('}');
    } else if (value instanceof Undefined undefined) {
      throw undefined.asProblem();
    } else {
      throw new TemplateProblem("tojson was given a " + Values.kind(value));
    }
  }

  /** The line break and indentation of what is inside. */
  private String opened(char open, String line) {
    out.append(open);
    rendering.touch(line.length());
    return indent == null ? line : line + indent;
  }

  private void begin(String before, String line) {
    append(before);
    if (indent != null) {
      append(line);
    }
  }

  private void append(String text) {
    rendering.touch(text.length());
    Rendering.bound((long) out.length() + text.length());
    out.append(text);
  }

  private void quote(String text) {
    rendering.touch(text.length());
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
        default -> {
          if (c < ' ') {
            out.append(c < 16 ? "\\u000" : "\\u001").append(Character.forDigit(c % 16, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

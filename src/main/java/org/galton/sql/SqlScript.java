package org.galton.sql;

import java.util.ArrayList;
import java.util.List;

/** Statements of a text, each ended by a semicolon; the last one may do without. */
public record SqlScript(List<String> statements) {

  public static SqlScript parse(String text) {
    List<String> statements = new ArrayList<>();
    int start = 0;
    int place = 0;
    while (place < text.length()) {
      char c = text.charAt(place);
      if (text.startsWith("--", place)) {
        place = end(text, place, "\n");
      } else if (text.startsWith("/*", place)) {
        place = end(text, place + 2, "*/");
      } else if (c == '\'' || c == '"' || c == '`') {
        place = end(text, place + 1, String.valueOf(c));
      } else {
        place++;
        if (c == ';') {
          add(statements, text.substring(start, place - 1));
          start = place;
        }
      }
    }
    add(statements, text.substring(start));
    return new SqlScript(List.copyOf(statements));
  }

  private static int end(String text, int from, String mark) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private static void add(List<String> statements, String statement) {
    String code = statement.replaceAll("(?m)^\\s*--.*$", "").strip();
    if (!code.isEmpty()) {
      statements.add(statement.strip());
    }
  }
}

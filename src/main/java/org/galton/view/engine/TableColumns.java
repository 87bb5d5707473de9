package org.galton.view.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.galton.report.ClasspathText;

/**
 * The columns of a table, by their types in DuckDB, as its definition lists them. Files that an
 * earlier version wrote lack the later ones.
 */
record TableColumns(Map<String, String> types) {
  private static final Pattern COLUMN =
      Pattern.compile("^ {2}(\\w+) ([A-Z]+(?:<[A-Z, ]+>)?) .*", Pattern.MULTILINE);

  static TableColumns of(String table) {
    Map<String, String> types = new LinkedHashMap<>();
    Matcher column = COLUMN.matcher(ClasspathText.read("org/galton/table/" + table + ".sql"));
    while (column.find()) {
      types.put(column.group(1), duckdb(column.group(2)));
    }
    return new TableColumns(types);
  }

  private static String duckdb(String type) {
    return switch (type) {
      case "STRING" -> "VARCHAR";
      case "INT" -> "INTEGER";
      case "TIMESTAMP" -> "TIMESTAMP WITH TIME ZONE";
      case "MAP<STRING, STRING>" -> "MAP(VARCHAR, VARCHAR)";
      case "ARRAY<INT>" -> "INTEGER[]";
      case "ARRAY<DOUBLE>" -> "DOUBLE[]";
      case "ARRAY<STRING>" -> "VARCHAR[]";
      default -> type;
    };
  }

  /** What a select list adds to those that are there, each beginning with a comma. */
  String absent(Iterable<String> there) {
    Map<String, String> absent = new LinkedHashMap<>(types);
    there.forEach(absent::remove);
    return absent.entrySet().stream()
        .map(column -> ", CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
        .collect(Collectors.joining());
  }

  /** A table without rows. */
  String empty() {
    return "SELECT "
        + types.entrySet().stream()
            .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
            .collect(Collectors.joining(", "))
        + " WHERE false";
  }

  /** Whether a row of a table of this name can be read from what has these columns. */
  boolean isKnownBy(Iterable<String> there) {
    String first = types.keySet().iterator().next();
    for (String column : there) {
      if (Objects.equals(column, first)) {
        return true;
      }
    }
    return false;
  }
}

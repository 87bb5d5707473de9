package org.galton.view.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galton.report.ClasspathText;

/**
 * {@code queries/duckdb.sql}, statement by statement: which files count, and a view for each table.
 *
 * @param files lists the files that count, once a folder is set
 * @param views what each table is, by its name
 */
record TableScript(List<String> files, Map<String, String> views) {
  private static final Pattern VIEW =
      Pattern.compile("CREATE OR REPLACE TEMPORARY VIEW (\\w+) AS\\s+(SELECT .*)", Pattern.DOTALL);

  static TableScript shipped() {
    String text = ClasspathText.read("org/galton/view/engine/duckdb.sql");
    List<String> statements =
        Stream.of(text.split(";\n", -1))
            .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
            .filter(statement -> !statement.isEmpty())
            .toList();
    Map<String, String> views = new LinkedHashMap<>();
    for (String statement : statements) {
      Matcher view = VIEW.matcher(statement);
      if (view.matches()) {
        views.put(view.group(1), view.group(2));
      }
    }
    return new TableScript(
        statements.stream().filter(statement -> statement.startsWith("SET VARIABLE")).toList(),
        views);
  }
}

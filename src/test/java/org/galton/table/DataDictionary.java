package org.galton.table;

import java.util.Locale;
import java.util.stream.Collectors;
import org.galton.study.Studies;

/** The schemas as docs/tables.md shows them: for each table what a row is, then a line a column. */
final class DataDictionary {
  private static final String HEADINGS = "| column | type | meaning |\n| --- | --- | --- |\n";

  private DataDictionary() {}

  static String markdown() {
    return Studies.tables().stream().map(DataDictionary::section).collect(Collectors.joining("\n"));
  }

  static String section(Table<?> table) {
    return "### %s\n\n%s.\n\n".formatted(table.name(), escaped(table.meaning()))
        + HEADINGS
        + table.columns().stream().map(DataDictionary::line).collect(Collectors.joining());
  }

  private static String line(Column column) {
    return "| %s | %s%s | %s |\n"
        .formatted(
            column.name(),
            escaped(column.type().sql().toLowerCase(Locale.ROOT)),
            column.isNullable() ? ", or null" : "",
            escaped(column.meaning()));
  }

  /** What Markdown would take for the border of a cell or for a tag. */
  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package org.galton.table;

/** The tables' columns in words, as Markdown for the README. */
public final class DataDictionary {
  public static final String BEGIN = "<!-- data dictionary: begin -->";
  public static final String END = "<!-- data dictionary: end -->";

  private DataDictionary() {}

  /** Every table with its columns, between the two markers. */
  public static String markdown() {
    StringBuilder text = new StringBuilder(BEGIN).append('\n');
    for (Table<?> table : Table.all()) {
      text.append("\n### ").append(table.name()).append("\n\n");
      text.append(table.meaning()).append(".\n\n");
      text.append("| column | type | meaning |\n|---|---|---|\n");
      for (Column column : table.columns()) {
        text.append("| `%s` | %s | %s |\n".formatted(column.name(), type(column), cell(column)));
      }
    }
    return text.append('\n').append(END).append('\n').toString();
  }

  private static String type(Column column) {
    return column.type().sql() + (column.isNullable() ? ", NULL" : "");
  }

  private static String cell(Column column) {
    return column.meaning().replace("|", "\\|");
  }

  /** Prints it: paste it over the README's section when a schema has changed. */
  public static void main(String[] arguments) {
    System.out.print(markdown());
  }
}

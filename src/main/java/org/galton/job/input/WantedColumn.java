package org.galton.job.input;

/**
 * A column to look for.
 *
 * @param name its very name: another case or a blank makes another column
 * @param required whether a table without it is refused; an optional one that is absent is NULL
 */
public record WantedColumn(String name, ColumnKind type, boolean required) {
  public static WantedColumn required(String name, ColumnKind type) {
    return new WantedColumn(name, type, true);
  }

  public static WantedColumn optional(String name, ColumnKind type) {
    return new WantedColumn(name, type, false);
  }
}

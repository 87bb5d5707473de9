package org.galton.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.spec.InvalidInput;

/**
 * Rows of a result.
 *
 * @param columns their names
 */
public record Fetched(List<String> columns, List<List<Object>> rows) {

  /**
   * The first rows as text.
   *
   * @param more whether the result has further rows
   */
  public record Text(List<String> columns, List<List<String>> cells, boolean more) {}

  /** At most some rows, each value as Spark prints it. */
  public Text text(int most) {
    return new Text(
        columns,
        rows.stream().limit(most).map(row -> row.stream().map(CellText::of).toList()).toList(),
        rows.size() > most);
  }

  /** Every row as a JSON object, missing values included, as Spark writes it. */
  public List<String> json() {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new InvalidInput(
            "Cannot write JSON: two columns are named '" + column + "'; give one an alias");
      }
    }
    return rows.stream()
        .map(
            row -> {
              try {
                return RowJson.of(columns, row);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }
}

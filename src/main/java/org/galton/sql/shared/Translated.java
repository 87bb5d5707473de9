package org.galton.sql.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query for DuckDB.
 *
 * @param outputs the columns of its result, named as Spark names them
 */
public record Translated(String sql, List<Output> outputs) {
  public Translated {
    outputs = List.copyOf(outputs);
  }

  Output single() {
    if (outputs.size() != 1) {
      throw new NotShared("it has a query of several columns where one is expected");
    }
    return outputs.get(0);
  }

  /** As a table has columns. */
  Map<String, Type> columns() {
    Map<String, Type> columns = new LinkedHashMap<>();
    for (Output output : outputs) {
      if (columns.put(output.name(), output.type()) != null) {
        throw new NotShared("it calls two columns " + output.name());
      }
    }
    return columns;
  }
}

package org.galton.sql.shared;

import java.util.Map;

/**
 * What stands in a FROM.
 *
 * @param name by which the query calls it
 * @param alias by which the query for DuckDB does
 * @param columns in their order
 */
record Relation(String name, String alias, Map<String, Type> columns) {
  Typed column(String column) {
    Type type = columns.get(column);
    if (type == Type.UNKNOWN) {
      throw new NotShared("the column " + column + " is of a type that it would print differently");
    }
    return new Typed(alias + "." + Typed.name(column), type, column, Typed.Reach.COLUMN);
  }
}

package org.galton.table;

import java.util.Locale;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.StructField;

/**
 * A column of a table.
 *
 * @param meaning its comment in the schema, units included
 */
record Column(String name, ColumnType type, Nullability nullability, String meaning) {

  static Column of(StructField field) {
    return new Column(
        field.name(),
        ColumnType.of(field.dataType()),
        field.nullable() ? Nullability.NULLABLE : Nullability.NOT_NULL,
        field.getComment().getOrElse(() -> ""));
  }

  /** The column that a record component stands for: {@code promptId} is {@code prompt_id}. */
  static String named(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  boolean isNullable() {
    return nullability == Nullability.NULLABLE;
  }

  Class<?> component() {
    return type.component(nullability);
  }

  Type parquet() {
    return type.parquet(name, nullability);
  }

  @Override
  public String toString() {
    return name + " " + type.sql() + (isNullable() ? "" : " NOT NULL");
  }
}

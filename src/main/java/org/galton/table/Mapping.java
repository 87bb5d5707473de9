package org.galton.table;

import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A record as columns of a table, by its {@link RowShape}: each value is of its column's type, and
 * one of a nullable column may be null or in an Optional.
 */
public final class Mapping<R extends Record> {
  private final String table;
  private final List<Column> columns;
  private final RowShape<R> shape;

  private Mapping(String table, List<Column> columns, Class<R> record) {
    this.table = table;
    this.shape = RowShape.of(record);
    Map<String, Column> byName =
        columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    this.columns =
        shape.values().stream()
            .map(value -> column(record, value, byName.get(value.name())))
            .toList();
    if (new HashSet<>(this.columns).size() < this.columns.size()) {
      throw new IllegalStateException(
          "Cannot map %s to table %s: its columns are %s; expected each once"
              .formatted(record.getSimpleName(), table, this.columns));
    }
  }

  static <R extends Record> Mapping<R> part(String table, List<Column> columns, Class<R> record) {
    return new Mapping<>(table, columns, record);
  }

  /** As {@link #part}, but no column may be left out and the order must be the schema's. */
  static <R extends Record> Mapping<R> whole(String table, List<Column> columns, Class<R> record) {
    Mapping<R> mapping = part(table, columns, record);
    if (!mapping.columns.equals(columns)) {
      throw new IllegalStateException(
          "Cannot map %s to table %s: its columns are %s; expected %s"
              .formatted(record.getSimpleName(), table, mapping.columns, columns));
    }
    return mapping;
  }

  private Column column(Class<R> record, RowValue value, Column column) {
    String subject =
        "Cannot map %s to table %s: component %s "
            .formatted(record.getSimpleName(), table, value.declared());
    if (column == null) {
      throw new IllegalStateException(subject + "has no column '" + value.name() + "'");
    }
    if (!value.fits(column)) {
      throw new IllegalStateException(
          "%sis column %s: expected %s"
              .formatted(subject, column, column.component().getSimpleName()));
    }
    return column;
  }

  String table() {
    return table;
  }

  List<Column> columns() {
    return columns;
  }

  MessageType parquet() {
    return new MessageType(table, columns.stream().map(Column::parquet).toArray(Type[]::new));
  }

  /** The row's values in column order, each checked against its column. */
  Object[] values(R row) {
    Object[] values = shape.values(row);
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      if (values[i] == null && !column.isNullable()) {
        throw new IllegalStateException(
            "Cannot write a row of %s: %s is NULL; expected %s in %s"
                .formatted(table, column.name(), column, row));
      }
      if (values[i] instanceof Double number && number.isNaN()) {
        throw new IllegalStateException(
            "Cannot write a row of %s: %s is NaN; expected a number or NULL in %s"
                .formatted(table, column.name(), row));
      }
    }
    return values;
  }

  R row(Object[] values) {
    try {
      return shape.row(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "Cannot read a row of %s: %s".formatted(table, e.getCause().getMessage()), e.getCause());
    }
  }
}

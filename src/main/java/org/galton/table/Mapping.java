package org.galton.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A record as columns of a table: component {@code promptId} is column {@code prompt_id}, of the
 * column's type; a component of a nullable column may be null.
 */
public final class Mapping<R extends Record> {
  private final String table;
  private final List<Column> columns;
  private final RecordComponent[] components;
  private final Constructor<R> constructor;

  private Mapping(String table, List<Column> columns, Class<R> record) {
    this.table = table;
    this.components = record.getRecordComponents();
    Map<String, Column> byName =
        columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    List<Column> mapped = new ArrayList<>();
    for (RecordComponent component : components) {
      mapped.add(column(record, component, byName.get(Column.named(component.getName()))));
    }
    this.columns = List.copyOf(mapped);
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      this.constructor = record.getDeclaredConstructor(types);
      this.constructor.setAccessible(true);
      Arrays.stream(components).forEach(component -> component.getAccessor().setAccessible(true));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has a canonical constructor", e);
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

  private Column column(Class<R> record, RecordComponent component, Column column) {
    String subject =
        "Cannot map %s to table %s: component %s %s "
            .formatted(
                record.getSimpleName(),
                table,
                component.getType().getSimpleName(),
                component.getName());
    if (column == null) {
      throw new IllegalStateException(
          subject + "has no column '" + Column.named(component.getName()) + "'");
    }
    if (component.getType() != column.component()) {
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
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, i);
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
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "Cannot read a row of %s: %s".formatted(table, e.getCause().getMessage()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record's constructor was made accessible", e);
    }
  }

  private Object value(R row, int component) {
    try {
      return components[component].getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record's accessor was made accessible", e);
    }
  }
}

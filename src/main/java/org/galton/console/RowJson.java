package org.galton.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.report.ColumnFormat.Medium;
import org.galton.report.Columns;
import org.galton.table.RowShape;

/** Rows of tables as JSON objects, named as in the tables; a value that is not there is null. */
public final class RowJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ClassValue<RowShape<Record>> SHAPES =
      new ClassValue<>() {
        @Override
        @SuppressWarnings("unchecked") // A row's class is that of its shape.
        protected RowShape<Record> computeValue(Class<?> row) {
          return RowShape.of((Class<Record>) row);
        }
      };

  private RowJson() {}

  /** Without the run's id, which is the same in all. */
  public static ObjectNode of(Record row) {
    RowShape<Record> shape = SHAPES.get(row.getClass());
    List<String> names = shape.names();
    Object[] values = shape.values(row);
    ObjectNode node = MAPPER.createObjectNode();
    for (int i = 0; i < values.length; i++) {
      node.set(names.get(i), MAPPER.valueToTree(values[i]));
    }
    node.remove("run_id");
    return node;
  }

  /** Of columns that have their own names. */
  public static <R> ObjectNode of(Columns<R> columns, R row) {
    ObjectNode node = MAPPER.createObjectNode();
    List<Object> cells = columns.cells(Medium.JSON, row);
    List<String> keys = columns.headings(Medium.JSON);
    IntStream.range(0, keys.size())
        .forEach(i -> node.set(keys.get(i), MAPPER.valueToTree(cells.get(i))));
    return node;
  }

  public static <R> void add(ArrayNode array, Columns<R> columns, List<R> rows) {
    rows.forEach(row -> array.add(of(columns, row)));
  }

  public static void add(ArrayNode array, List<? extends Record> rows) {
    rows.forEach(row -> array.add(of(row)));
  }
}

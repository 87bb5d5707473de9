package org.galton.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.galton.report.Columns;
import org.galton.report.Shown.Medium;

/** Rows of tables as JSON objects, named as in the tables; what is not, is null. */
public final class RowJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().setPropertyNamingStrategy(new ColumnNames());

  private RowJson() {}

  /** Without the run's id, which is the same in all. */
  public static ObjectNode of(Record row) {
    ObjectNode node = MAPPER.valueToTree(row);
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

  /** As tables name their columns: Jackson's own makes pvalue of pValue. */
  private static final class ColumnNames extends PropertyNamingStrategies.NamingBase {
    private static final long serialVersionUID = 1L;

    @Override
    public String translate(String component) {
      return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
  }
}

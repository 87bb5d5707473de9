package org.galton.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

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

package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.galton.spec.InvalidInput;

/**
 * A cell and the genes that it expresses, by name.
 *
 * @param side empty where there is one side alone
 * @param type empty where none is known
 * @param condition a JSON object
 * @param counts above 0
 */
@SuppressWarnings("ArrayRecordComponent")
record CountedCell(
    String side, String cell, String type, String condition, String[] genes, double[] counts)
    implements Serializable {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "side STRING, cell STRING, type STRING, condition STRING, genes ARRAY<STRING>,"
              + " counts ARRAY<DOUBLE>");

  /**
   * As a row of {@link #SCHEMA}: what Spark keeps is smaller so.
   *
   * @param found of {@link CountInput#cells}
   * @throws InvalidInput when its entries contradict each other
   */
  static Row checked(String input, Row found) {
    String cell = found.getAs("cell");
    agree(input, cell, "types", found.getAs("type"), found.getAs("other_type"));
    agree(input, cell, "conditions", found.getAs("condition"), found.getAs("other_condition"));
    if (found.<Long>getAs("rows") > 1) {
      throw refused(input, cell, "has %d rows".formatted(found.<Long>getAs("rows")), "one");
    }
    List<Row> entries = new ArrayList<>(found.<Row>getList(found.fieldIndex("entries")));
    entries.removeIf(entry -> entry.isNullAt(0));
    entries.sort(Comparator.comparing(entry -> entry.getString(0)));
    List<String> genes = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    String before = null;
    for (Row entry : entries) {
      String gene = entry.getString(0);
      if (gene.equals(before)) {
        throw refused(input, cell, "has gene '%s' twice".formatted(gene), "each gene once");
      }
      before = gene;
      if (entry.getDouble(1) > 0) {
        genes.add(gene);
        counts.add(entry.getDouble(1));
      }
    }
    return RowFactory.create(
        found.getAs("side"),
        cell,
        found.getAs("type"),
        found.getAs("condition"),
        genes.toArray(),
        counts.toArray());
  }

  private static void agree(String input, String cell, String what, String one, String other) {
    if (!one.equals(other)) {
      throw refused(
          input, cell, "has the %s '%s' and '%s'".formatted(what, one, other), "one in all its rows");
    }
  }

  private static InvalidInput refused(String input, String cell, String found, String expected) {
    return new InvalidInput(
        "Cannot read %s: cell '%s' %s; expected %s".formatted(input, cell, found, expected));
  }

  static CountedCell of(Row row) {
    List<String> genes = row.getList(4);
    List<Double> counts = row.getList(5);
    return new CountedCell(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        genes.toArray(String[]::new),
        counts.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

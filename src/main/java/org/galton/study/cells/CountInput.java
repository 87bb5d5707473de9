package org.galton.study.cells;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.InputFormat;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;

/** Reads counts in either form, and brings those of a cell together. */
final class CountInput {
  /** An entry: a count of a gene, or, without a gene, a row of a dense table. */
  private static final StructType ENTRY =
      StructType.fromDDL(
          "side STRING, cell STRING, type STRING, condition STRING, gene STRING, count DOUBLE");

  private final SparkSession spark;
  private final CountRequest request;

  CountInput(SparkSession spark, CountRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /**
   * Cells with all their entries, as {@link CountedCell#of} takes them.
   *
   * @throws InvalidInput when columns are missing or of another type; from the tasks that read it,
   *     where a row holds no count
   */
  Dataset<Row> cells() {
    return spark
        .createDataFrame(SparkAction.run("look at " + request.input(), this::entries), ENTRY)
        .groupBy("side", "cell")
        .agg(
            min("type").as("type"),
            max("type").as("other_type"),
            min("condition").as("condition"),
            max("condition").as("other_condition"),
            sum(col("gene").isNull().cast("int")).as("rows"),
            collect_list(struct("gene", "count")).as("entries"));
  }

  private JavaRDD<Row> entries() {
    List<WantedColumn> labels = new ArrayList<>();
    labels.add(WantedColumn.required(request.cell(), ColumnKind.LABEL));
    labels.add(
        request.side() == null
            ? WantedColumn.optional(request.cell(), ColumnKind.LABEL)
            : WantedColumn.required(request.side(), ColumnKind.LABEL));
    labels.add(WantedColumn.optional(request.type(), ColumnKind.LABEL));
    request.by().forEach(name -> labels.add(WantedColumn.required(name, ColumnKind.LABEL)));
    return request.form() == Form.TRIPLES ? triples(labels) : dense(labels);
  }

  private JavaRDD<Row> triples(List<WantedColumn> labels) {
    List<WantedColumn> columns = new ArrayList<>(labels);
    columns.add(WantedColumn.required(request.gene(), ColumnKind.LABEL));
    columns.add(WantedColumn.required(request.count(), ColumnKind.NUMBER));
    OpenedTable table =
        new GivenTable("counts", "a row per cell and gene", columns).open(spark, request.input());
    int first = labels.size();
    CountRequest asked = request;
    return table
        .rows()
        .map(
            row -> {
              GivenRow named = row.at(() -> "cell '%s'".formatted(row.text(0)));
              String gene = named(named, first, "gene", asked);
              return entry(named, asked, gene, count(named, first + 1, asked.count()));
            });
  }

  private JavaRDD<Row> dense(List<WantedColumn> labels) {
    OpenedTable table =
        new GivenTable("counts", "a row per cell, and a column per gene", labels)
            .open(spark, request.input());
    if (table.format() == InputFormat.JSONL) {
      throw new InvalidInput(
          "Cannot read %s: JSON Lines do not say which columns there are; expected CSV or Parquet for --form DENSE"
              .formatted(request.input()));
    }
    Set<String> others = new HashSet<>(request.ignored());
    labels.forEach(label -> others.add(label.name()));
    List<String> genes = table.names().stream().filter(name -> !others.contains(name)).toList();
    List<WantedColumn> columns = new ArrayList<>(labels);
    genes.forEach(gene -> columns.add(WantedColumn.required(gene, ColumnKind.NUMBER)));
    List<String> names = List.copyOf(genes.stream().map(request::shown).toList());
    int first = labels.size();
    CountRequest asked = request;
    return table.rows(columns).flatMap(row -> dense(row, first, genes, names, asked));
  }

  private static Iterator<Row> dense(
      GivenRow row, int first, List<String> genes, List<String> names, CountRequest asked) {
    GivenRow named = row.at(() -> "cell '%s'".formatted(row.text(0)));
    List<Row> entries = new ArrayList<>();
    entries.add(entry(named, asked, null, 0));
    for (int i = 0; i < genes.size(); i++) {
      double count = count(named, first + i, genes.get(i));
      if (count > 0) {
        entries.add(entry(named, asked, names.get(i), count));
      }
    }
    return entries.iterator();
  }

  private static Row entry(GivenRow row, CountRequest asked, String gene, double count) {
    if (row.text(0).isEmpty()) {
      throw row.problem("column '%s' is empty".formatted(asked.cell()), "the name of a cell");
    }
    return RowFactory.create(
        asked.side() == null ? "" : row.text(1),
        row.text(0),
        row.text(2),
        condition(row, asked.by()),
        gene,
        count);
  }

  private static String named(GivenRow row, int place, String what, CountRequest asked) {
    if (row.text(place).isEmpty()) {
      throw row.problem("column '%s' is empty".formatted(asked.gene()), "the name of a " + what);
    }
    return asked.shown(row.text(place));
  }

  private static double count(GivenRow row, int place, String column) {
    Double count = row.number(place);
    if (count == null || !Double.isFinite(count) || count < 0) {
      throw row.problem(
          "column '%s' holds %s".formatted(column, count == null ? "no number" : count),
          "a count of 0 or more");
    }
    return count;
  }

  /** The condition as a JSON object, in which any value keeps its text. */
  private static String condition(GivenRow row, List<String> by) {
    if (by.isEmpty()) {
      return "{}";
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < by.size(); i++) {
      object.put(by.get(i), row.text(3 + i));
    }
    return object.toString();
  }
}

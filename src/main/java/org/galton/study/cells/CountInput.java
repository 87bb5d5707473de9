package org.galton.study.cells;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
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
import org.galton.spec.InvalidInput;

/** Reads counts in either form, and brings those of a cell together. */
final class CountInput {
  /**
   * A count of a gene, or, without a gene, a row of a dense table. Labels are the type and the
   * columns of conditions; a NULL among them is empty.
   */
  private static final StructType ENTRY =
      StructType.fromDDL(
          "side STRING, cell STRING, labels ARRAY<STRING>, gene STRING, count DOUBLE,"
              + " unparsed BOOLEAN");

  private final SparkSession spark;
  private final CountRequest request;
  private final List<WantedColumn> labels = new ArrayList<>();

  CountInput(SparkSession spark, CountRequest request) {
    this.spark = spark;
    this.request = request;
    labels.add(WantedColumn.required(request.cell(), ColumnKind.LABEL));
    labels.add(WantedColumn.optional(request.type(), ColumnKind.LABEL));
    request.by().forEach(name -> labels.add(WantedColumn.required(name, ColumnKind.LABEL)));
    if (request.side() != null) {
      labels.add(WantedColumn.required(request.side(), ColumnKind.LABEL));
    }
  }

  /**
   * Cells in the order of their names, with the genes that they express.
   *
   * @throws InvalidInput when columns are missing or of another type; from the tasks that read it,
   *     where a row holds no count or the rows of a cell contradict each other
   */
  JavaRDD<CountedCell> cells() {
    Dataset<Row> entries = request.form() == CountRequest.Form.TRIPLES ? triples() : dense();
    CountRequest asked = request;
    return entries
        .repartitionByRange(col("side"), col("cell"))
        .sortWithinPartitions("side", "cell", "gene")
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> new CellIterator(rows, asked));
  }

  /**
   * Looks for what stopped {@link #cells} where files are still told apart.
   *
   * @throws InvalidInput that names the file
   */
  void explain() {
    if (request.form() == CountRequest.Form.TRIPLES) {
      CountRequest asked = request;
      int first = labels.size();
      open(tripleColumns()).rows().foreach(row -> check(row, first, asked));
    }
  }

  private static void check(GivenRow row, int first, CountRequest asked) {
    named(row, 0, asked.cell());
    GivenRow at = row.at(() -> "cell '%s'".formatted(row.text(0)));
    named(at, first, asked.gene());
    count(at, first + 1, asked.count());
  }

  private OpenedTable open(List<WantedColumn> columns) {
    return new GivenTable("counts", "a row per cell and gene", columns)
        .open(spark, request.input());
  }

  private List<WantedColumn> tripleColumns() {
    List<WantedColumn> columns = new ArrayList<>(labels);
    columns.add(WantedColumn.required(request.gene(), ColumnKind.LABEL));
    columns.add(WantedColumn.required(request.count(), ColumnKind.NUMBER));
    return columns;
  }

  private Dataset<Row> triples() {
    List<WantedColumn> columns = tripleColumns();
    Dataset<Row> found = open(columns).select(columns);
    // A column that serves twice is there twice: names may repeat, places do not.
    Dataset<Row> placed =
        found.toDF(
            IntStream.range(0, found.columns().length)
                .mapToObj(i -> "c" + i)
                .toArray(String[]::new));
    int first = labels.size();
    Column gene = col("c" + first);
    boolean mayFail = found.columns().length > columns.size();
    return placed.select(
        (request.side() == null ? lit("") : orEmpty(first - 1)).as("side"),
        orEmpty(0).as("cell"),
        array(
                IntStream.rangeClosed(1, 1 + request.by().size())
                    .mapToObj(CountInput::orEmpty)
                    .toArray(Column[]::new))
            .as("labels"),
        coalesce(request.upperCase() ? upper(gene) : gene, lit("")).as("gene"),
        col("c" + (first + 1)).as("count"),
        (mayFail ? col("c" + columns.size()).isNotNull() : lit(false)).as("unparsed"));
  }

  private static Column orEmpty(int place) {
    return coalesce(col("c" + place), lit(""));
  }

  private Dataset<Row> dense() {
    OpenedTable table = open(labels);
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
    CountRequest asked = request;
    int first = labels.size();
    return spark.createDataFrame(
        table.rows(columns).flatMap(row -> dense(row, first, genes, asked)), ENTRY);
  }

  private static Iterator<Row> dense(
      GivenRow row, int first, List<String> genes, CountRequest asked) {
    GivenRow named = row.at(() -> "cell '%s'".formatted(row.text(0)));
    String side = asked.side() == null ? "" : row.text(first - 1);
    Object[] labels = IntStream.rangeClosed(1, 1 + asked.by().size()).mapToObj(row::text).toArray();
    named(row, 0, asked.cell());
    List<Row> entries = new ArrayList<>();
    entries.add(RowFactory.create(side, row.text(0), labels, null, 0.0, false));
    for (int i = 0; i < genes.size(); i++) {
      double count = count(named, first + i, genes.get(i));
      if (count > 0) {
        entries.add(
            RowFactory.create(side, row.text(0), labels, asked.shown(genes.get(i)), count, false));
      }
    }
    return entries.iterator();
  }

  private static void named(GivenRow row, int place, String column) {
    if (row.text(place).isEmpty()) {
      throw row.problem("column '%s' is empty".formatted(column), "a name");
    }
  }

  private static double count(GivenRow row, int place, String column) {
    Double count = row.number(place);
    if (count == null || !CellIterator.isCount(count)) {
      throw row.problem(
          "column '%s' holds %s".formatted(column, count == null ? "no number" : count),
          "a count of 0 or more");
    }
    return count;
  }
}

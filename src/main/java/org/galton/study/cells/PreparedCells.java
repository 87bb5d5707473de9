package org.galton.study.cells;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.size;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.cell.SentenceOrder;
import org.galton.spec.InvalidInput;

/**
 * Cells that stay, their genes and their common library size.
 *
 * @param stored cells by name, kept until {@link #close}
 * @param vocabulary genes that stay, with the cells that express each
 * @param foundCells before any was left out
 * @param foundGenes that cells that stay express
 * @param keptCells which express a gene that stays
 * @param library the median of these cells' sums of counts
 */
record PreparedCells(
    Dataset<Row> stored,
    JavaRDD<CountedCell> cells,
    SortedMap<String, Long> vocabulary,
    long foundCells,
    long foundGenes,
    long keptCells,
    double library)
    implements AutoCloseable {

  /**
   * Reads counts; cells with few genes go first, then genes in few cells.
   *
   * @throws InvalidInput when counts cannot be read, or none are left
   */
  static PreparedCells of(SparkSession spark, CountRequest request) {
    String input = request.input();
    Dataset<Row> found =
        new CountInput(spark, request)
            .cells()
            .map(
                (MapFunction<Row, Row>) row -> CountedCell.checked(input, row),
                Encoders.row(CountedCell.SCHEMA))
            .orderBy("side", "cell")
            .persist(StorageLevel.MEMORY_AND_DISK());
    Row size = found.agg(count(lit(1)), max(size(col("genes")))).head();
    if (size.getLong(0) == 0) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected counts of cells".formatted(input));
    }
    Dataset<Row> large = found.where(size(col("genes")).geq(request.minGenes()));
    SortedMap<String, Long> genes = new TreeMap<>();
    large
        .select(explode(col("genes")).as("gene"))
        .groupBy("gene")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> genes.put(row.getString(0), row.getLong(1)));
    long all = genes.size();
    genes.values().removeIf(cells -> cells < request.minCells());
    Broadcast<SortedMap<String, Long>> kept =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(genes);
    JavaRDD<CountedCell> cells =
        large
            .javaRDD()
            .map(row -> of(CountedCell.of(row), kept.value()))
            .filter(cell -> cell.genes().length > 0);
    Row library =
        spark
            .createDataset(cells.map(ExpressedCell::library).rdd(), Encoders.DOUBLE())
            .agg(count(lit(1)), median(col("value")))
            .head();
    if (library.getLong(0) == 0) {
      throw new InvalidInput(
          "Cannot use %s: none of its %d cells is left: the largest expresses %d genes, and expected are %d or more (--min-genes), each in %d cells or more (--min-cells)"
              .formatted(
                  input, size.getLong(0), size.getInt(1), request.minGenes(), request.minCells()));
    }
    return new PreparedCells(
        found,
        cells,
        genes,
        size.getLong(0),
        all,
        library.getLong(0),
        library.getDouble(1));
  }

  private static CountedCell of(CountedCell cell, SortedMap<String, Long> genes) {
    int[] places =
        IntStream.range(0, cell.genes().length)
            .filter(i -> genes.containsKey(cell.genes()[i]))
            .toArray();
    return new CountedCell(
        cell.side(),
        cell.cell(),
        cell.type(),
        cell.condition(),
        Arrays.stream(places).mapToObj(i -> cell.genes()[i]).toArray(String[]::new),
        Arrays.stream(places).mapToDouble(i -> cell.counts()[i]).toArray());
  }

  /** As sentences, in the order of their names. */
  JavaRDD<ExpressedCell> expressed(long seed) {
    double common = library;
    SentenceOrder order = new SentenceOrder(seed);
    return cells.map(cell -> ExpressedCell.of(cell, common, order));
  }

  /** Genes that stay, in the order of their names. */
  List<String> genes() {
    return List.copyOf(vocabulary.keySet());
  }

  @Override
  public void close() {
    stored.unpersist();
  }
}

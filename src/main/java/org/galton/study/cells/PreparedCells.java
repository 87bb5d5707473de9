package org.galton.study.cells;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.cell.SentenceOrder;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Cells that stay, their genes and their common library size.
 *
 * @param stored all cells, kept until {@link #close}
 * @param cells that stay, in the order of their names
 * @param vocabulary genes that stay, with the cells that express each
 * @param foundCells before any was left out
 * @param foundGenes that cells with enough genes express
 * @param keptCells which express a gene that stays
 * @param library the median of these cells' sums of counts
 */
record PreparedCells(
    JavaRDD<CountedCell> stored,
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
    CountInput input = new CountInput(spark, request);
    JavaRDD<CountedCell> stored =
        SparkAction.run(
            "read " + request.input(), () -> input.cells().persist(StorageLevel.MEMORY_AND_DISK()));
    try {
      return SparkAction.run("count genes", () -> of(spark, request, stored));
    } catch (InvalidInput e) {
      stored.unpersist();
      SparkAction.run(
          "read " + request.input(),
          () -> {
            input.explain();
            return null;
          });
      throw e;
    }
  }

  private static PreparedCells of(
      SparkSession spark, CountRequest request, JavaRDD<CountedCell> stored) {
    List<Integer> sizes = stored.map(cell -> cell.genes().length).top(1);
    if (sizes.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected counts of cells".formatted(request.input()));
    }
    long found = stored.count();
    int fewest = request.minGenes();
    JavaRDD<CountedCell> large = stored.filter(cell -> cell.genes().length >= fewest);
    SortedMap<String, Long> genes =
        new TreeMap<>(
            large
                .mapPartitionsToPair(PreparedCells::counted)
                .reduceByKey(Long::sum)
                .collectAsMap());
    long all = genes.size();
    genes.values().removeIf(cells -> cells < request.minCells());
    Broadcast<Set<String>> kept =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new HashSet<>(genes.keySet()));
    JavaRDD<CountedCell> cells =
        large.map(cell -> cell.of(kept.value())).filter(cell -> cell.genes().length > 0);
    Row library =
        spark
            .createDataset(cells.map(CountedCell::library).rdd(), Encoders.DOUBLE())
            .agg(count(lit(1)), median(col("value")))
            .head();
    if (library.getLong(0) == 0) {
      throw new InvalidInput(
          "Cannot use %s: none of its %d cells is left: the largest expresses %d genes; expected %d or more (--min-genes), each in %d cells or more (--min-cells)"
              .formatted(
                  request.input(), found, sizes.get(0), request.minGenes(), request.minCells()));
    }
    return new PreparedCells(
        stored, cells, genes, found, all, library.getLong(0), library.getDouble(1));
  }

  /** In how many cells each gene is, of some cells. */
  private static Iterator<Tuple2<String, Long>> counted(Iterator<CountedCell> cells) {
    Map<String, Long> genes = new HashMap<>();
    while (cells.hasNext()) {
      for (String gene : cells.next().genes()) {
        genes.merge(gene, 1L, Long::sum);
      }
    }
    return genes.entrySet().stream()
        .map(gene -> new Tuple2<>(gene.getKey(), gene.getValue()))
        .iterator();
  }

  /** As sentences, in the order of their names. */
  JavaRDD<ExpressedCell> expressed(long seed) {
    return expressed(cells, seed);
  }

  /** Some of the cells likewise. */
  JavaRDD<ExpressedCell> expressed(JavaRDD<CountedCell> some, long seed) {
    double common = library;
    SentenceOrder order = new SentenceOrder(seed);
    return some.map(cell -> ExpressedCell.of(cell, common, order));
  }

  /** Genes that stay, in the order of their names. */
  List<String> genes() {
    return List.copyOf(vocabulary.keySet());
  }

  /** By gene, its place in that order. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    vocabulary.keySet().forEach(gene -> places.put(gene, places.size()));
    return places;
  }

  @Override
  public void close() {
    stored.unpersist();
  }
}

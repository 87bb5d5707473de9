package org.galton.study.cells;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.cell.GeneVector;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.cells.row.CellTables;
import org.galton.study.cells.row.CellVectorRow;

/** Makes vectors of cells, on axes that the reference alone decides about. */
final class EmbedJob {
  private final SparkSession spark;
  private final EmbedRequest request;

  EmbedJob(SparkSession spark, EmbedRequest request) {
    this.spark = spark;
    this.request = request;
  }

  private record Seen(
      String cell, String side, String type, String condition, GeneVector expression)
      implements Serializable {}

  /**
   * @param writing is handed what writes the table, while the cells are still there
   * @throws InvalidInput when cells cannot be read, or there are too few for the axes
   */
  EmbedResult run(String runId, Consumer<Consumer<RunWriter>> writing) {
    try (PreparedCells prepared = PreparedCells.of(spark, request.counts())) {
      JavaRDD<Seen> cells =
          SparkAction.run("read cells", () -> seen(prepared))
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        Map<String, Long> sides =
            SparkAction.run(
                "count cells", () -> new TreeMap<>(cells.map(Seen::side).countByValue()));
        check(sides, prepared.vocabulary().size());
        Axes axes = SparkAction.run("find axes", () -> axes(prepared, cells));
        String embedder = request.embedder().name(request.seed());
        writing.accept(run -> write(run, runId, cells, axes, embedder));
        return new EmbedResult(embedder, sides, axes.explained());
      } finally {
        cells.unpersist();
      }
    }
  }

  private JavaRDD<Seen> seen(PreparedCells prepared) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<ExpressedCell> expressed = prepared.expressed(request.seed());
    if (request.sentences() == null) {
      Broadcast<Map<String, Integer>> places = context.broadcast(prepared.places());
      return expressed.map(cell -> seen(cell, cell.side(), cell.vector(places.value())));
    }
    RealSentences known =
        RealSentences.of(
            prepared, request.counts(), request.top(), request.fitCells(), request.seed());
    Broadcast<RealSentences> real = context.broadcast(known);
    return expressed
        .map(cell -> seen(cell, EmbedRequest.REAL, real.value().vector(cell)))
        .union(
            SentenceInput.read(spark, request.sentences(), request.counts().upperCase())
                .map(
                    given ->
                        new Seen(
                            given.cell(),
                            EmbedRequest.GENERATED,
                            given.type(),
                            given.condition(),
                            real.value().vector(real.value().read(given.words()).genes()))));
  }

  private static Seen seen(ExpressedCell cell, String side, GeneVector expression) {
    return new Seen(cell.cell(), side, cell.type(), cell.condition(), expression);
  }

  private void check(Map<String, Long> sides, int genes) {
    Long reference = sides.get(request.reference());
    if (reference == null) {
      throw new InvalidInput(
          "Cannot use %s: no cell that stays has '%s' in column '%s'; expected it as --reference in some; others are %s"
              .formatted(
                  request.counts().input(),
                  request.reference(),
                  request.counts().side(),
                  sides.keySet()));
    }
    int wanted = request.embedder().dimensions();
    boolean isPca = request.embedder().kind() == Embedder.Kind.PCA;
    if (isPca && (reference <= wanted || genes < wanted)) {
      throw new InvalidInput(
          "Cannot find %d axes of %s: the reference has %d cells and %d genes; expected more cells than axes, and as many genes; ask for fewer with --embedder"
              .formatted(wanted, request.counts().input(), reference, genes));
    }
  }

  private Axes axes(PreparedCells prepared, JavaRDD<Seen> cells) {
    Embedder embedder = request.embedder();
    return switch (embedder.kind()) {
      case RANDOM ->
          new Axes(
              embedder.randomAxes(prepared.genes(), request.seed()),
              new double[embedder.dimensions()],
              null);
      case PCA -> {
        String reference = request.reference();
        yield new AxesFit(
                cells.filter(cell -> cell.side().equals(reference)).map(Seen::expression),
                prepared.vocabulary().size())
            .principal(embedder.dimensions(), request.seed());
      }
    };
  }

  private static void write(
      RunWriter run, String runId, JavaRDD<Seen> cells, Axes axes, String embedder) {
    Broadcast<Axes> shared = JavaSparkContext.fromSparkContext(cells.context()).broadcast(axes);
    JavaRDD<CellVectorRow> rows =
        cells.map(
            cell ->
                new CellVectorRow(
                    runId,
                    cell.cell(),
                    cell.side(),
                    cell.type().isEmpty() ? null : cell.type(),
                    cell.condition(),
                    embedder,
                    shared.value().vector(cell.expression())));
    run.publish(CellTables.VECTORS, rows::toLocalIterator);
  }
}

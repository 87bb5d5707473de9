package org.galton.study.cells;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.cell.RankFit;
import org.galton.cell.RankLine;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import org.galton.study.cells.row.CellFitRow;
import org.galton.study.cells.row.CellGeneRow;
import org.galton.study.cells.row.CellRankRow;
import org.galton.study.cells.row.CellSentenceRow;
import org.galton.study.cells.row.CellTables;
import scala.Tuple2;

/** Makes sentences of cells, fits the line that inverts them, and goes there and back. */
final class SentencesJob {
  private static final int SHOWN = 20;

  private final SparkSession spark;
  private final SentencesRequest request;

  SentencesJob(SparkSession spark, SentencesRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /**
   * @param writing is handed what writes the tables, while the cells are still there
   * @throws InvalidInput when counts cannot be read
   */
  SentencesResult run(String runId, Consumer<Consumer<RunWriter>> writing) {
    try (PreparedCells cells = PreparedCells.of(spark, request.counts())) {
      JavaRDD<ExpressedCell> expressed = cells.expressed(request.seed());
      FittedCells fitted =
          SparkAction.run(
              "fit expression", () -> FittedCells.of(cells, request.fitCells(), request.seed()));
      RankLine line = fitted.fit().map(RankFit::line).orElse(null);
      int top = request.top();
      JavaRDD<Tuple2<CellSentenceRow, RoundTrip>> sentences =
          expressed
              .map(cell -> sentence(runId, cell, top, line))
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        SentencesResult result =
            SparkAction.run("write sentences", () -> result(runId, cells, fitted, sentences));
        writing.accept(run -> write(run, runId, cells, fitted, sentences, result));
        return result;
      } finally {
        sentences.unpersist();
      }
    }
  }

  private static Tuple2<CellSentenceRow, RoundTrip> sentence(
      String runId, ExpressedCell cell, int top, RankLine line) {
    RoundTrip trip = line == null ? RoundTrip.NONE : RoundTrip.of(cell, top, line);
    return new Tuple2<>(
        new CellSentenceRow(
            runId,
            cell.cell(),
            cell.type().isEmpty() ? null : cell.type(),
            cell.condition(),
            cell.library(),
            cell.genes().length,
            List.copyOf(cell.sentence(top)),
            trip.words() == 0 ? null : (Double) trip.rmse()),
        trip);
  }

  private SentencesResult result(
      String runId,
      PreparedCells cells,
      FittedCells fitted,
      JavaRDD<Tuple2<CellSentenceRow, RoundTrip>> sentences) {
    Map<TypeTotals.Key, TypeTotals> totals =
        sentences
            .mapToPair(cell -> new Tuple2<>(key(cell._1()), totals(cell)))
            .reduceByKey(TypeTotals::plus)
            .collectAsMap();
    RoundTrip trip =
        totals.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(BY_NAME))
            .map(one -> one.getValue().trip())
            .reduce(RoundTrip.NONE, RoundTrip::plus);
    return new SentencesResult(
        fit(runId, cells, fitted, trip),
        totals.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(BY_NAME))
            .map(one -> one.getValue().row(runId, one.getKey()))
            .toList(),
        sentences.map(Tuple2::_1).take(SHOWN));
  }

  private static final Comparator<TypeTotals.Key> BY_NAME =
      Comparator.comparing(TypeTotals.Key::type).thenComparing(TypeTotals.Key::condition);

  private static TypeTotals.Key key(CellSentenceRow row) {
    return new TypeTotals.Key(row.type() == null ? "" : row.type(), row.condition());
  }

  private static TypeTotals totals(Tuple2<CellSentenceRow, RoundTrip> cell) {
    return new TypeTotals(1, cell._1().library(), cell._1().expressed(), cell._2());
  }

  private CellFitRow fit(String runId, PreparedCells cells, FittedCells fitted, RoundTrip trip) {
    Optional<RankFit> fit = fitted.fit();
    return new CellFitRow(
        runId,
        cells.foundCells(),
        cells.keptCells(),
        cells.foundGenes(),
        cells.vocabulary().size(),
        cells.library(),
        request.top(),
        fitted.values().size(),
        fit.map(RankFit::points).orElse(null),
        fit.map(RankFit::fittedPoints).orElse(null),
        fit.map(found -> found.line().intercept()).orElse(null),
        fit.map(found -> found.line().slope()).orElse(null),
        fit.filter(found -> found.line().slope() < 0)
            .map(found -> found.line().zeroRank())
            .filter(Double::isFinite)
            .orElse(null),
        fit.map(RankFit::fittedRSquared).orElse(null),
        fit.map(RankFit::rSquared).orElse(null),
        fit.map(RankFit::pearson).orElse(null),
        fit.map(RankFit::spearman).orElse(null),
        fit.map(found -> trip.words()).orElse(null),
        fit.map(found -> trip.rmse()).orElse(null),
        fit.map(found -> Optionals.orNull(trip.rSquared())).orElse(null));
  }

  private static void write(
      RunWriter run,
      String runId,
      PreparedCells cells,
      FittedCells fitted,
      JavaRDD<Tuple2<CellSentenceRow, RoundTrip>> sentences,
      SentencesResult result) {
    JavaRDD<CellSentenceRow> rows = sentences.map(Tuple2::_1);
    List<CellRankRow> ranks = fitted.ranks(runId);
    run.publish(CellTables.SENTENCES, rows::toLocalIterator);
    run.publish(
        CellTables.VOCABULARY,
        cells.vocabulary().entrySet().stream()
            .map(gene -> new CellGeneRow(runId, gene.getKey(), gene.getValue()))
            .toList());
    run.publish(CellTables.FITS, List.of(result.fit()));
    run.publish(CellTables.RANKS, ranks);
    run.publish(CellTables.TYPES, result.types());
  }
}

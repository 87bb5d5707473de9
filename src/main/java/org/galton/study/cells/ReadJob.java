package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.cell.GeneVector;
import org.galton.cell.GeneratedSentence;
import org.galton.cell.SentenceComparison;
import org.galton.cell.TypeCentroids;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import org.galton.study.cells.row.CellReadingRow;
import org.galton.study.cells.row.CellScoreRow;
import org.galton.study.cells.row.CellTables;
import scala.Tuple2;

/** Makes generated sentences whole, and compares them with real cells. */
final class ReadJob {
  private static final int SHOWN = 20;

  private final SparkSession spark;
  private final ReadRequest request;

  ReadJob(SparkSession spark, ReadRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /** What every task knows about real cells. */
  private record Known(RealSentences real, TypeCentroids types, List<Integer> programme)
      implements Serializable {}

  /**
   * @param writing is handed what writes the tables, while the cells are still there
   * @throws InvalidInput when counts or sentences cannot be read
   */
  ReadResult run(String runId, Consumer<Consumer<RunWriter>> writing) {
    CountRequest counts = request.counts();
    JavaRDD<SentenceInput.GivenSentence> given =
        SentenceInput.read(spark, request.sentences(), counts.upperCase());
    try (PreparedCells cells = PreparedCells.of(spark, counts)) {
      JavaRDD<ExpressedCell> expressed = cells.expressed(request.seed());
      Known known = SparkAction.run("fit expression", () -> known(cells, expressed));
      JavaRDD<ReadCell> read =
          SparkAction.run("read sentences", () -> read(runId, given, expressed, known))
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        ReadResult result =
            SparkAction.run("read sentences", () -> result(runId, read, known.real().genes()));
        writing.accept(run -> write(run, read, result));
        return result;
      } finally {
        read.unpersist();
      }
    }
  }

  private Known known(PreparedCells cells, JavaRDD<ExpressedCell> expressed) {
    RealSentences real =
        RealSentences.of(
            cells, request.counts(), request.top(), request.fitCells(), request.seed());
    return new Known(real, Centroids.of(expressed, real), programme(real));
  }

  private List<Integer> programme(RealSentences real) {
    if (request.programme().isEmpty()) {
      return IntStream.range(0, real.genes()).boxed().toList();
    }
    List<Integer> places = new ArrayList<>();
    for (String gene : request.programme()) {
      Integer place = real.places().get(request.counts().shown(gene));
      if (place == null) {
        throw new InvalidInput(
            "Cannot use --programme: no gene '%s' is among those of %s that stay; expected genes that are"
                .formatted(gene, request.counts().input()));
      }
      places.add(place);
    }
    return places.stream().distinct().toList();
  }

  private JavaRDD<ReadCell> read(
      String runId,
      JavaRDD<SentenceInput.GivenSentence> given,
      JavaRDD<ExpressedCell> expressed,
      Known known) {
    Broadcast<Known> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(known);
    String input = request.sentences().input();
    JavaRDD<ReadCell> alone =
        given
            .filter(sentence -> sentence.reference().isEmpty())
            .map(sentence -> read(runId, input, sentence, Optional.empty(), shared.value()));
    JavaRDD<ReadCell> compared =
        given
            .filter(sentence -> !sentence.reference().isEmpty())
            .mapToPair(sentence -> new Tuple2<>(sentence.reference(), sentence))
            .leftOuterJoin(expressed.mapToPair(cell -> new Tuple2<>(cell.cell(), cell)))
            .values()
            .map(pair -> read(runId, input, pair._1(), pair._2(), shared.value()));
    return alone
        .union(compared)
        .sortBy(
            cell -> cell.row().cell() + "\u0000" + cell.row().reference(),
            true,
            2 * spark.sparkContext().defaultParallelism());
  }

  private static ReadCell read(
      String runId,
      String input,
      SentenceInput.GivenSentence given,
      Optional<ExpressedCell> cell,
      Known known) {
    GeneratedSentence sentence = known.real().read(given.words());
    GeneVector vector = known.real().vector(sentence.genes());
    GeneVector reference = cell.isPresent() ? known.real().vector(cell.get()) : null;
    SentenceComparison compared =
        reference == null
            ? null
            : SentenceComparison.of(
                vector,
                reference,
                cell.get().vector(known.real().places()),
                known.real().genes(),
                known.programme());
    return new ReadCell(
        new CellReadingRow(
            runId,
            given.cell(),
            given.type().isEmpty() ? null : checkedType(input, given, known),
            given.reference().isEmpty() ? null : given.reference(),
            given.words().size(),
            sentence.foreign(),
            sentence.repeated(),
            sentence.genes().size(),
            compared == null ? null : Optionals.orNull(compared.overlap()),
            compared == null ? null : Optionals.orNull(compared.tau()),
            compared == null ? null : (Double) compared.error(),
            known.types().nearest(vector).orElse(null)),
        vector,
        reference,
        given.right());
  }

  private static String checkedType(String input, SentenceInput.GivenSentence given, Known known) {
    Map<String, double[]> types = known.types().means();
    if (!types.isEmpty() && !types.containsKey(given.type())) {
      throw new InvalidInput(
          "Cannot read %s: cell '%s': no real cell is of type '%s'; expected one of %s"
              .formatted(input, given.cell(), given.type(), types.keySet()));
    }
    return given.type();
  }

  private ReadResult result(String runId, JavaRDD<ReadCell> read, int genes) {
    long cells = read.count();
    if (cells == 0) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected a row per generated cell"
              .formatted(request.sentences().input()));
    }
    List<String> labels = request.sentences().labels();
    Map<String, Score> sums =
        read.flatMapToPair(cell -> cell.scores(labels).iterator())
            .reduceByKey(Score::plus)
            .collectAsMap();
    List<CellScoreRow> scores = new ArrayList<>();
    sums.forEach((measure, score) -> scores.add(score.row(runId, measure)));
    scores.addAll(MatchedSample.scores(runId, read, genes, request.fitCells(), request.seed()));
    scores.sort(
        Comparator.comparingInt((CellScoreRow row) -> ReadCell.place(row.measure()))
            .thenComparing(CellScoreRow::measure));
    return new ReadResult(
        List.copyOf(scores),
        read.map(ReadCell::row).take(SHOWN),
        cells,
        read.filter(cell -> cell.row().reference() != null && cell.reference() == null).count());
  }

  private static void write(RunWriter run, JavaRDD<ReadCell> read, ReadResult result) {
    JavaRDD<CellReadingRow> rows = read.map(ReadCell::row);
    run.publish(CellTables.READINGS, rows::toLocalIterator);
    run.publish(CellTables.SCORES, result.scores());
  }
}

package org.galton.study.cells;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.cell.generated.CellDesign;
import org.galton.cell.generated.CellLabel;
import org.galton.cell.generated.GeneratedCell;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.cells.SimulationRequest.Group;
import org.galton.study.cells.row.CellCountRow;
import org.galton.study.cells.row.CellTables;
import org.galton.study.cells.row.CellTruthRow;
import scala.Tuple2;

/** Draws synthetic cells, some of a combination and side a task. */
final class SimulationJob {
  /** Cells that a task draws: their counts stand in memory together. */
  private static final int AT_ONCE = 500;

  private final SparkSession spark;
  private final SimulationRequest request;

  SimulationJob(SparkSession spark, SimulationRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /**
   * How many synthetic cells a side has.
   *
   * @param counts above 0
   */
  record DrawnCells(String side, long cells, long counts) implements Serializable {
    DrawnCells plus(DrawnCells other) {
      return new DrawnCells(side, cells + other.cells, counts + other.counts);
    }

    double genes() {
      return (double) counts / cells;
    }
  }

  private record Part(Group group, int first, int next) implements Serializable {}

  List<DrawnCells> drawn() {
    SimulationRequest asked = request;
    return SparkAction.run(
        "draw cells",
        () ->
            parts()
                .mapToPair(part -> new Tuple2<>(part.group().side(), drawn(part, asked)))
                .reduceByKey(DrawnCells::plus)
                .values()
                .collect()
                .stream()
                .sorted(Comparator.comparing(DrawnCells::side))
                .toList());
  }

  private static DrawnCells drawn(Part part, SimulationRequest asked) {
    long counts =
        cells(part, asked)
            .mapToLong(cell -> IntStream.of(cell.counts()).filter(count -> count > 0).count())
            .sum();
    return new DrawnCells(part.group().side(), part.next() - part.first(), counts);
  }

  void write(RunWriter run) {
    SimulationRequest asked = request;
    String runId = run.runId();
    JavaRDD<CellCountRow> rows =
        parts()
            .flatMap(
                part ->
                    cells(part, asked).flatMap(cell -> rows(runId, part.group(), cell)).iterator());
    run.publish(CellTables.COUNTS, rows::toLocalIterator);
    run.publish(CellTables.TRUTHS, truths(runId));
  }

  private JavaRDD<Part> parts() {
    List<Part> parts =
        request.groups().stream()
            .flatMap(
                group ->
                    IntStream.rangeClosed(0, (group.cells() - 1) / AT_ONCE)
                        .mapToObj(
                            i ->
                                new Part(
                                    group,
                                    i * AT_ONCE,
                                    Math.min(group.cells(), (i + 1) * AT_ONCE))))
            .toList();
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(parts, Math.min(parts.size(), 8 * spark.sparkContext().defaultParallelism()));
  }

  private static Stream<GeneratedCell> cells(Part part, SimulationRequest asked) {
    CellDesign design = new CellDesign(asked.genes(), asked.seed());
    return IntStream.range(part.first(), part.next())
        .mapToObj(number -> part.group().cell(design, number));
  }

  private static Stream<CellCountRow> rows(String runId, Group group, GeneratedCell cell) {
    CellLabel label = cell.label();
    return IntStream.range(0, cell.counts().length)
        .filter(gene -> cell.counts()[gene] > 0)
        .mapToObj(
            gene ->
                new CellCountRow(
                    runId,
                    cell.name(),
                    CellDesign.gene(gene),
                    cell.counts()[gene],
                    label.typeName(),
                    label.conditionName(),
                    label.exposureName(),
                    group.side(),
                    label.isHeldOut()));
  }

  private List<CellTruthRow> truths(String runId) {
    CellDesign design = new CellDesign(request.genes(), request.seed());
    return CellDesign.labels().stream()
        .flatMap(
            label ->
                IntStream.range(0, design.genes())
                    .mapToObj(
                        gene ->
                            new CellTruthRow(
                                runId,
                                label.typeName(),
                                label.conditionName(),
                                label.exposureName(),
                                label.isHeldOut(),
                                CellDesign.gene(gene),
                                design.logMean(label, gene),
                                design.markerOf(gene) < 0
                                    ? null
                                    : new CellLabel(design.markerOf(gene), 0, 0).typeName(),
                                design.isInProgramme(gene))))
        .toList();
  }
}

package org.galton.study.samplers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunWriter;
import org.galton.study.samplers.row.SamplerCostRow;
import org.galton.study.samplers.row.SamplerTables;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.store.OutputFolder;

/** Puts beside each pass@k of a run what k rollouts cost and how many right answers they find. */
final class SamplersJob {
  private static final String SOLVED = "pass@k";

  private final SparkSession spark;
  private final OutputFolder output;

  SamplersJob(SparkSession spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /** What was found; no rows where no sampler searched. */
  record Result(List<SamplerCostRow> rows) {
    void write(RunWriter tables) {
      tables.publish(SamplerTables.COSTS, rows);
    }
  }

  /**
   * @param books of the run that counted the rollouts
   * @param metrics of the same run
   * @param pilot rollouts of each prompt that count, where a budget gave some more; empty for all
   */
  Result run(String runId, List<BooksRow> books, List<MetricRow> metrics, OptionalInt pilot) {
    List<CellCosts> costs =
        new CostScan(JavaSparkContext.fromSparkContext(spark.sparkContext()), output)
            .add(books, pilot.orElse(Integer.MAX_VALUE));
    List<SamplerCostRow> rows = new ArrayList<>();
    if (costs.stream().anyMatch(CellCosts::isSearched)) {
      for (int cell = 0; cell < books.size(); cell++) {
        if (!costs.get(cell).isEmpty()) {
          add(runId, books.get(cell), costs.get(cell), metrics, rows);
        }
      }
    }
    return new Result(List.copyOf(rows));
  }

  private static void add(
      String runId,
      BooksRow cell,
      CellCosts costs,
      List<MetricRow> metrics,
      List<SamplerCostRow> rows) {
    Double seconds = cell.generated() == 0 ? null : cell.deviceSeconds() / cell.generated();
    for (MetricRow solved : metrics) {
      if (solved.metric().equals(SOLVED)
          && isOf(cell, solved)
          && solved.value() != null
          && costs.distinct(solved.k()).isPresent()) {
        int k = solved.k();
        rows.add(
            new SamplerCostRow(
                runId,
                cell.model(),
                cell.task(),
                cell.sampling(),
                cell.generation(),
                costs.isBiased(),
                k,
                k * costs.tokens(),
                k * costs.verifierCalls(),
                seconds == null ? null : (Double) (k * seconds),
                solved.prompts(),
                solved.value(),
                solved.ciLow(),
                solved.ciHigh(),
                costs.distinct(k).getAsDouble()));
      }
    }
  }

  private static boolean isOf(BooksRow cell, MetricRow figure) {
    return Objects.equals(cell.model(), figure.model())
        && Objects.equals(cell.task(), figure.task())
        && Objects.equals(cell.generation(), figure.generation())
        && Objects.equals(cell.scorer(), figure.scorer());
  }
}

package org.galton.job.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunTables;
import org.galton.table.ComparisonRow;
import org.galton.table.MetricRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/** The comparisons that a run's report shows. */
public final class RunComparisons {
  private final String folder;
  private final RunTables run;
  private final Configuration configuration;

  public RunComparisons(String folder, RunTables run, Configuration configuration) {
    this.folder = folder;
    this.run = run;
    this.configuration = configuration;
  }

  /**
   * The run's own cells: of checkpoints of one training each with the one before it, of other
   * models each with the first. Computed here and not stored; the id is the run's.
   */
  public List<ComparisonRow> own() {
    Map<String, Long> steps =
        run.metrics().stream()
            .filter(row -> row.step() != null)
            .collect(Collectors.toMap(MetricRow::model, MetricRow::step, (step, same) -> step));
    List<CellPair> pairs = new Progression(steps).pairs(ComparedCell.of(folder, run));
    return ComparisonRows.of(run.run().runId(), CellComparison.of(pairs, 0, Adjustment.HOCHBERG));
  }

  /** Rows of the folder's table {@code comparisons} with this run on either side. */
  public List<ComparisonRow> stored() {
    String id = run.run().runId();
    OutputFolder output = new OutputFolder(folder, configuration);
    return output.comparisons().stream()
        .sorted()
        .map(output::ofComparison)
        .flatMap(
            file -> file.exists() ? file.rows(Table.COMPARISONS.rows()).stream() : Stream.empty())
        .filter(row -> row.baselineRunId().equals(id) || row.candidateRunId().equals(id))
        .toList();
  }
}

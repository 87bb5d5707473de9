package org.galton.study.frechet;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.frechet.row.FrechetDistanceRow;
import org.galton.study.frechet.row.FrechetMeanRow;
import org.galton.study.frechet.row.FrechetTables;

/**
 * How far groups are from the reference.
 *
 * @param left conditions that have no reference, or nothing else
 */
record FrechetResult(
    FrechetRequest request,
    List<FrechetDistanceRow> rows,
    List<FrechetMeanRow> means,
    List<String> left) {

  void write(RunWriter run) {
    run.publish(FrechetTables.DISTANCES, rows);
    run.publish(FrechetTables.MEANS, means);
  }
}

package org.galton.study.junk;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.junk.row.FailedRolloutRow;
import org.galton.study.junk.row.FailureClassRow;
import org.galton.study.junk.row.JunkTables;

/**
 * How wrong answers fail.
 *
 * @param failed read when they are written, one partition after the other
 */
record FailureResult(
    FailureRequest request, List<FailureClassRow> rows, JavaRDD<FailedRolloutRow> failed) {

  void write(RunWriter run) {
    SparkAction.run(
        "write failed rollouts",
        () -> {
          run.publish(JunkTables.FAILED, failed::toLocalIterator);
          return failed;
        });
    run.publish(JunkTables.FAILURES, rows);
  }
}

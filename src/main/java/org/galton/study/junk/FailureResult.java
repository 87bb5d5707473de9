package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.junk.row.FailedRolloutRow;
import org.galton.study.junk.row.FailureClassRow;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.view.FailureSection;

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

  /** For the terminal. */
  String text() {
    return TextTable.of(FailureSection.ROWS, rows, "-").toString();
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", request.input()).put("format", request.format().toString());
    RowJson.add(root.putArray("classes"), rows);
    return root;
  }
}

package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RunWriter;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.row.SimulatedPostRow;
import org.galton.study.junk.row.SimulatedRecoveryRow;
import org.galton.study.junk.row.SimulatedScoreRow;
import org.galton.study.junk.view.RecoverySection;

/** Posts, scores, and whether studies of them find what was planted. */
record SimulateResult(
    SimulateRequest request,
    List<SimulatedPostRow> posts,
    List<SimulatedScoreRow> scores,
    List<SimulatedRecoveryRow> recoveries) {

  void write(RunWriter run) {
    run.publish(JunkTables.SIMULATED_POSTS, posts);
    run.publish(JunkTables.SIMULATED_SCORES, scores);
    run.publish(JunkTables.SIMULATED_RECOVERIES, recoveries);
  }

  /** For the terminal. */
  String text() {
    return TextTable.of(RecoverySection.ROWS, recoveries, "-").toString();
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seed", request.seed());
    RowJson.add(root.putArray("recoveries"), recoveries);
    return root;
  }
}

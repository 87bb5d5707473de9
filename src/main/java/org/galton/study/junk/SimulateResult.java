package org.galton.study.junk;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.row.SimulatedPostRow;
import org.galton.study.junk.row.SimulatedRecoveryRow;
import org.galton.study.junk.row.SimulatedScoreRow;

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
}
